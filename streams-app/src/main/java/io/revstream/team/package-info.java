/** A team: its roster, its turns and its queue. Why a lead comes here is not asked. */
package io.revstream.team;
