package io.revstream.random;

import io.revstream.events.AccountDetails;
import io.revstream.events.AccountEvent;
import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.ActivityVerdict;
import io.revstream.events.CaptureKind;
import io.revstream.events.DealChanged;
import io.revstream.events.DealCreated;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.DealStageChanged;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEnriched;
import io.revstream.events.LeadEvent;
import io.revstream.events.RepAbsence;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.stream.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two weeks of a small company, made of a seed: reps who come and go, leads who do this and that, and people who decide. */
public final class RandomWeeks {

    public static final Instant MONDAY_8AM = Instant.parse("2026-03-02T13:00:00Z");
    public static final Duration TWO_WEEKS = Duration.ofDays(14);

    private static final List<String> TEAMS = List.of("inside-sales", "west", "international");
    private static final List<String> DOMAINS = List.of("acme.example", "beta.example", "gmail.com", "corp.example");
    private static final List<String> KINDS = List.of(
            "DEMO_REQUEST",
            "TRIAL_SIGN_UP",
            "PAGE_VIEW",
            "PAGE_VIEW",
            "PAGE_VIEW",
            "FORM_SUBMITTED",
            "CONTENT_DOWNLOADED",
            "WEBINAR_ATTENDED",
            "EMAIL_CLICKED",
            "EMAIL_CLICKED",
            "EMAIL_OPENED",
            "EMAIL_UNSUBSCRIBED");
    private static final List<String> CONTACTS = List.of("CALL", "EMAIL_SENT", "EMAIL_REPLIED", "MEETING_HELD", "NOTE");
    private static final List<String> ASSETS = List.of("pricing", "blog", "case-study", "homepage");
    private static final List<String> REASONS = List.of("FIT-01", "FIT-02", "ENG-02", "QUAL-01", "QUAL-03", "NO-CODE");
    private static final List<String> STAGES =
            List.of("Qualified", "Discovery", "Demo", "Proposal", "Closed Won", "Closed Lost");

    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private int ids;

    private RandomWeeks(long seed) {
        random = new Random(seed);
    }

    /** Arrivals in the order of time. */
    public static List<Arrival> of(long seed) {
        RandomWeeks weeks = new RandomWeeks(seed);
        weeks.reps();
        weeks.accounts();
        int leads = 3 + weeks.random.nextInt(12);
        for (int i = 0; i < leads; i++) {
            weeks.lead("lead-" + i);
        }
        weeks.arrivals.sort(Comparator.comparing(Arrival::at));
        return List.copyOf(weeks.arrivals);
    }

    private void reps() {
        for (String team : TEAMS) {
            int reps = random.nextInt(4);
            for (int i = 0; i < reps; i++) {
                String rep = team + "-" + i;
                RepDetails details = RepDetails.newBuilder()
                        .setName(rep)
                        .setManagerId("manager-of-" + rep)
                        .setZone(chance(30) ? "America/Los_Angeles" : null)
                        .setCapacity(chance(70) ? Integer.valueOf(1 + random.nextInt(3)) : null)
                        .build();
                Instant joined = chance(80) ? MONDAY_8AM : sometime();
                rep(joined, team, rep, details, null);
                if (chance(20)) {
                    rep(
                            sometime(),
                            team,
                            rep,
                            RepDetails.newBuilder().setActive(chance(50)).build(),
                            null);
                }
                for (int absence = random.nextInt(3); absence > 0; absence--) {
                    Instant from = sometime();
                    RepAbsence away = RepAbsence.newBuilder()
                            .setAbsenceId("absence-" + absence)
                            .setFrom(from)
                            .setUntil(from.plus(Duration.ofHours(1 + random.nextInt(90))))
                            .setWithdrawn(chance(10))
                            .build();
                    rep(sometime(), team, rep, null, away);
                }
            }
        }
    }

    private void accounts() {
        for (String domain : DOMAINS) {
            if (chance(30) && !domain.equals("gmail.com")) {
                String team = one(TEAMS);
                AccountDetails details = AccountDetails.newBuilder()
                        .setDomains(List.of(domain))
                        .setNamed(chance(70))
                        .setOwnerId(team + "-" + random.nextInt(3))
                        .setOwnerTeamId(team)
                        .setTier(chance(50) ? Integer.valueOf(random.nextInt(4)) : null)
                        .build();
                String account = chance(50) ? domain : "account-of-" + domain;
                account(account, chance(50) ? MONDAY_8AM : sometime(), details);
                if (chance(50)) {
                    becomesCustomer(account);
                }
                if (chance(20)) {
                    account(
                            account,
                            sometime(),
                            AccountDetails.newBuilder().setDomains(List.of()).build());
                }
            } else if (chance(30)) {
                becomesCustomer(domain);
            }
        }
    }

    /** And perhaps is none any more later. */
    private void becomesCustomer(String account) {
        Instant won = sometime();
        account(account, won, AccountDetails.newBuilder().setCustomer(true).build());
        if (chance(30)) {
            Instant lost = won.plus(Duration.ofHours(1 + random.nextInt(100)));
            account(
                    account,
                    lost,
                    AccountDetails.newBuilder().setCustomer(false).build());
        }
    }

    private void account(String account, Instant at, AccountDetails details) {
        AccountEvent event = AccountEvent.newBuilder()
                .setEventId(id())
                .setOccurredAt(at)
                .setSource("crm")
                .setBackfill(chance(10))
                .setDetails(details)
                .build();
        arrivals.add(new Arrival(at, Catalogue.ACCOUNTS, account, event));
    }

    private void lead(String lead) {
        Instant captured = sometime();
        boolean imported = chance(15);
        LeadEvent.Builder event = LeadEvent.newBuilder().setEventId(id()).setSource("web");
        event.setOccurredAt(imported ? captured.minus(Duration.ofDays(random.nextInt(200))) : captured);
        event.setBackfill(imported);
        event.setCaptured(new LeadCaptured(CaptureKind.FORM, attributes(lead, 80)));
        arrivals.add(new Arrival(captured, Catalogue.LEADS, lead, event.build()));
        int deeds = random.nextInt(25);
        for (int i = 0; i < deeds; i++) {
            deed(lead);
        }
    }

    private void deed(String lead) {
        int dice = random.nextInt(100);
        if (dice < 55) {
            activity(lead, one(KINDS), ActivityBy.PROSPECT, null);
        } else if (dice < 70) {
            activity(lead, one(CONTACTS), ActivityBy.REP, one(TEAMS) + "-0");
        } else if (dice < 80) {
            Instant at = sometime();
            LeadEvent.Builder event = lead(at);
            event.setEnriched(new LeadEnriched(attributes(lead, 30)));
            arrivals.add(new Arrival(at, Catalogue.LEADS, lead, event.build()));
        } else if (dice < 92) {
            disposition(lead);
        } else {
            deal(lead);
        }
        if (chance(5)) {
            Arrival twice = arrivals.get(arrivals.size() - 1);
            arrivals.add(twice.at(twice.at().plusMillis(random.nextInt(5000))));
        }
    }

    private void activity(String lead, String kind, ActivityBy by, String rep) {
        Instant at = sometime();
        boolean late = chance(15);
        ActivityEvent event = ActivityEvent.newBuilder()
                .setEventId(id())
                .setOccurredAt(late ? at.minus(Duration.ofMinutes(random.nextInt(2000))) : at)
                .setSource("web")
                .setBackfill(late && chance(20))
                .setKind(kind)
                .setBy(by)
                .setAsset(kind.equals("PAGE_VIEW") || kind.equals("CONTENT_DOWNLOADED") ? one(ASSETS) : null)
                .setRepId(rep)
                .setProperties(chance(8) ? Map.of("bot", "true") : Map.of())
                .build();
        arrivals.add(new Arrival(at, Catalogue.ACTIVITIES, lead, event));
        if (kind.equals("EMAIL_CLICKED") && chance(20)) {
            gateway(lead, at, id());
        }
        if (!event.getProperties().isEmpty() || chance(5)) {
            verdict(lead, at, event.getEventId());
        }
    }

    /** Clicks links as fast as a machine, beginning at an instant. */
    private void gateway(String lead, Instant at, String id) {
        for (int i = 0; i < 4; i++) {
            Instant click = at.plusMillis(random.nextInt(4000));
            ActivityEvent event = ActivityEvent.newBuilder()
                    .setEventId(id + "-" + i)
                    .setOccurredAt(click)
                    .setSource("mail")
                    .setKind("EMAIL_CLICKED")
                    .setAsset("link-" + i)
                    .build();
            arrivals.add(new Arrival(click, Catalogue.ACTIVITIES, lead, event));
        }
    }

    /** Somebody says what an activity was, or all that wait; now and then of one that nobody knows. */
    private void verdict(String lead, Instant activity, String eventId) {
        Instant at = activity.plusMillis(1 + random.nextInt(172_800_000));
        ActivityVerdict verdict = ActivityVerdict.newBuilder()
                .setEventIds(chance(60) ? List.of(chance(95) ? eventId : "nobody-knows") : List.of())
                .setHuman(chance(60))
                .setDecidedBy("somebody")
                .build();
        LeadEvent.Builder event = lead(at);
        event.setVerdict(verdict);
        arrivals.add(new Arrival(at, Catalogue.LEADS, lead, event.build()));
    }

    private void disposition(String lead) {
        Instant at = sometime();
        DispositionKind kind = one(List.of(
                DispositionKind.ACCEPT,
                DispositionKind.ACCEPT,
                DispositionKind.REJECT,
                DispositionKind.REJECT,
                DispositionKind.MOVE));
        LeadDisposition.Builder decision =
                LeadDisposition.newBuilder().setDecision(kind).setDecidedBy("somebody");
        if (kind == DispositionKind.REJECT && chance(90)) {
            decision.setReasonCode(one(REASONS));
        }
        if (kind == DispositionKind.MOVE) {
            decision.setStage(one(List.of("Lead", "MQL", "SQL"))).setNote("by hand");
        }
        LeadEvent.Builder event = lead(at);
        event.setDisposition(decision.build());
        arrivals.add(new Arrival(at, Catalogue.LEADS, lead, event.build()));
    }

    private void deal(String lead) {
        Instant at = sometime();
        DealFields fields = DealFields.newBuilder()
                .setLeadId(lead)
                .setValue(new BigDecimal("9000.00"))
                .setCloseDate(LocalDate.of(2026, 4, 1).plusDays(random.nextInt(60)))
                .build();
        DealEvent.Builder event =
                DealEvent.newBuilder().setEventId(id()).setOccurredAt(at).setSource("crm");
        switch (random.nextInt(3)) {
            case 0 -> event.setCreated(new DealCreated("Qualified", fields));
            case 1 -> event.setChanged(new DealChanged(fields));
            default -> event.setStageChanged(new DealStageChanged(one(STAGES), fields));
        }
        arrivals.add(new Arrival(at, Catalogue.DEALS, "deal-of-" + lead, event.build()));
    }

    private LeadAttributes attributes(String lead, int known) {
        return LeadAttributes.newBuilder()
                .setName(chance(known) ? lead : null)
                .setEmail(chance(known) ? lead + "@" + one(DOMAINS) : null)
                .setCompany(chance(known) ? "Company" : null)
                .setTitle(chance(known) ? one(List.of("VP Sales", "Intern", "CTO", "Marketing Manager")) : null)
                .setIndustry(chance(known) ? one(List.of("software", "farming")) : null)
                .setEmployees(chance(known) ? Integer.valueOf(random.nextInt(2000)) : null)
                .setCountry(chance(known) ? one(List.of("US", "US", "DE")) : null)
                .setRegion(chance(known) ? one(List.of("US-CA", "US-AL")) : null)
                .setTechnologies(chance(known) ? List.of(one(List.of("hubspot", "paper"))) : null)
                .setMore(Map.of())
                .build();
    }

    private LeadEvent.Builder lead(Instant at) {
        return LeadEvent.newBuilder().setEventId(id()).setOccurredAt(at).setSource("crm");
    }

    private void rep(Instant at, String team, String rep, RepDetails details, RepAbsence absence) {
        RepEvent event = RepEvent.newBuilder()
                .setEventId(id())
                .setOccurredAt(at)
                .setSource("hr")
                .setRepId(rep)
                .setDetails(details)
                .setAbsence(absence)
                .build();
        arrivals.add(new Arrival(at, Catalogue.REPS, team, event));
    }

    private Instant sometime() {
        long millis = TWO_WEEKS.toMillis();
        // Whole minutes now and then, so that inputs and deadlines meet.
        long after = (long) (random.nextDouble() * millis);
        return MONDAY_8AM.plusMillis(chance(50) ? after - after % 900_000 : after);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String id() {
        return "event-" + ids++;
    }
}
