package io.revstream.funnel;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * The funnel at an instant.
 *
 * @param since visits, promotions and rejections before it are left out; null for none. Who stands where is always all leads
 * @param leads how many leads there are
 * @param stages in the order of the policy; those beside its list last
 * @param answers what sales made of promotions, all together
 * @param answersByModel by the scoring model that promoted (MQL-15)
 * @param answersByRule by the promotion rule
 * @param rejectionsByCode how many rejections, by reason code; {@code none} for those without
 * @param firstConversion leads that became an MQL for the first time, out of all
 * @param recycledConversion recycled leads that became an MQL again, out of all recyclings (REJ-15)
 * @param recycledConversionByCode the same by reason code
 * @param rejected where the rejected leads are
 */
public record FunnelFigures(
        Instant since,
        Instant at,
        int leads,
        List<StageFigures> stages,
        Answers answers,
        SortedMap<String, Answers> answersByModel,
        SortedMap<String, Answers> answersByRule,
        SortedMap<String, Integer> rejectionsByCode,
        Rate firstConversion,
        Rate recycledConversion,
        SortedMap<String, Rate> recycledConversionByCode,
        Rejected rejected) {

    /**
     * One stage.
     *
     * @param now leads that stand there, by status
     * @param entered how many times it was entered
     * @param wentOn how many of these went on to a later stage
     * @param lost how many were recycled, archived or lost from it
     * @param movedBack how many were moved to an earlier stage by hand
     * @param inStage how long those stayed who left it, whereto ever
     * @param waiting how long those have been there who are there and active
     * @param onward where those went who went on, and after how long
     */
    public record StageFigures(
            String stage,
            SortedMap<String, Integer> now,
            int entered,
            int wentOn,
            int lost,
            int movedBack,
            Spread inStage,
            Spread waiting,
            SortedMap<String, Spread> onward) {

        /** Out of those who left it: who is still there may go on yet. */
        public Rate loss() {
            return new Rate(lost, wentOn + lost + movedBack);
        }
    }

    /**
     * What sales made of promotions.
     *
     * @param promoted how many there were
     * @param accepted how many were accepted, or taken to a later stage
     * @param rejected how many were rejected without having been accepted
     * @param untilAnswer how long the answers took
     */
    public record Answers(int promoted, int accepted, int rejected, Spread untilAnswer) {

        public int open() {
            return promoted - accepted - rejected;
        }

        /** Accepted out of answered. */
        public Rate acceptance() {
            return new Rate(accepted, accepted + rejected);
        }
    }

    /**
     * Where the leads are that sales rejected: none may vanish (REJ-18).
     *
     * @param leads leads whose latest decision by sales was a rejection, and who were not taken up since
     * @param takenUp leads that were rejected before, and taken up since
     * @param recycled wait to be taken up
     * @param inNurture are in a nurture sequence
     * @param archived are archived
     * @param lost are in none of these, or their topics do not agree: there should be none
     * @param lostIds the first of these, by id
     */
    public record Rejected(
            int leads, int takenUp, int recycled, int inNurture, int archived, int lost, List<String> lostIds) {

        public boolean addsUp() {
            return leads == recycled + inNurture + archived;
        }
    }
}
