/**
 * The statements by which stock changes; each does all of its work at once. They lock the levels of every offer they concern in
 * the order of (offer, place) before they read them, so that of two changes at once the later sees the earlier, and change only
 * what stays possible. Pieces are taken from the seller's first place first (it bears her id), then from the others in the order
 * in which they were made. The count of goods made to order is not of pieces: it says how many their maker takes on at a time. What is
 * ordered of them stays `reserved` until it has left her, and never lies on a shelf. @rule S-4
 */

/** Which pieces of an offer are taken, place by place: `wanted` pieces less those that the places before have. */
const taken = (wanted: string) => `least(free, greatest(${wanted} - before, 0))::integer`;

/** The places of each offer in the order in which they give, and the free pieces of those before. */
const inOrder = `
  coalesce(sum(free) over (places rows between unbounded preceding and 1 preceding), 0) as before,
  sum(free) over (partition by offer_id) as available, row_number() over places as place`;
const places = `window places as (partition by offer_id order by location_id <> seller_id, location_id)`;

/**
 * Promises pieces, all lines or none, within what one person may hold.
 * $1 offers, $2 quantities, $3 ids of the holds, $4 and $5 the cause, $6 who holds or null, $7 how many lines she may hold,
 * $8 until when, $9 now
 */
export const reserve = `
  with asked as (
    select * from unnest($1::uuid[], $2::integer[], $3::uuid[]) as a(offer_id, quantity, hold_id)
  ), locked as materialized (
    select a.quantity, a.hold_id, k.offer_id, k.location_id, k.on_hand - k.reserved as free, o.listing_id, o.seller_id,
           o.is_made_to_order
      from asked a join catalogue.stock_level k on k.offer_id = a.offer_id join catalogue.offer o on o.id = k.offer_id
     order by k.offer_id, k.location_id for no key update of k
  ), ordered as (
    select *, ${inOrder} from locked ${places}
  ), found as (
    select a.offer_id, a.quantity, coalesce(max(n.available), 0)::integer as available,
           (array_agg(n.listing_id))[1] as listing_id, (array_agg(n.seller_id))[1] as seller_id
      from asked a left join ordered n on n.offer_id = a.offer_id group by 1, 2
  ), hers as (
    select count(*)::integer as lines from catalogue.stock_hold where held_by = $6 and state = 'held' and part = 1
  ), taken as (
    select *, ${taken('quantity')} as pieces from ordered
     where quantity > before and free > 0
       and not exists (select from found f where f.available < f.quantity)
       and ($6::uuid is null or (select lines from hers) + cardinality($1) <= $7::integer)
  ), changed as (
    update catalogue.stock_level k set reserved = k.reserved + t.pieces from taken t
     where k.offer_id = t.offer_id and k.location_id = t.location_id and k.reserved + t.pieces <= k.on_hand
  ), held as (
    insert into catalogue.stock_hold (id, part, offer_id, location_id, cause_kind, cause_id, quantity, state, held_by,
                                      expires_at, made_at, is_to_make)
    select hold_id, row_number() over (partition by offer_id order by place), offer_id, location_id, $4, $5, pieces, 'held',
           $6::uuid, $8, $9, is_made_to_order
      from taken
  )
  select f.*, (select lines from hers) as held_lines from found f`;

/** An offer before a change and by how much it changed, for the news. */
const turned = (changes: string) => `
  select l.offer_id, l.listing_id, l.seller_id, l.low_stock, sum(l.on_hand)::integer as on_hand,
         sum(l.reserved)::integer as reserved, c.on_hand::integer as on_hand_change, c.reserved::integer as reserved_change,
         c.pieces::integer as pieces
    from locked l join (${changes}) c on c.offer_id = l.offer_id
   group by 1, 2, 3, 4, 7, 8, 9`;

/**
 * Ends a cause's holds: what they promised leaves the shelf, is free again, or comes back to the place it was sold from (to the
 * first one where that is closed).
 * $1 and $2 the cause, $3 the state they are in (one of those of which there is an index), $4 only these offers or null, $5 sign of the change on hand, $6 of the
 * change of what is promised, $7 id of the movement, $8 its kind, $9 who, $10 now, $11 the state they get, $12 sign of the change of
 * what is promised of goods that are still to be made
 */
export const settle = `
  with ended as materialized (
    select id, part, offer_id, location_id, quantity - came_back as quantity, is_to_make, left_at is null as is_open
      from catalogue.stock_hold
     where cause_kind = $1 and cause_id = $2 and state = $3 and state in ('held', 'committed')
       and ($4::uuid[] is null or offer_id = any($4))
     order by offer_id, part for update
  ), locked as materialized (
    select k.offer_id, k.location_id, k.on_hand, k.reserved, k.is_closed, o.listing_id, o.seller_id, o.low_stock
      from catalogue.stock_level k join catalogue.offer o on o.id = k.offer_id
     where k.offer_id in (select offer_id from ended)
     order by k.offer_id, k.location_id for no key update of k
  ), parts as (
    select e.offer_id, case when l.is_closed then l.seller_id else l.location_id end as location_id,
           coalesce(sum(e.quantity) filter (where not e.is_to_make), 0)::integer as pieces,
           coalesce(sum(e.quantity) filter (where e.is_to_make and e.is_open), 0)::integer as making
      from ended e join locked l on l.offer_id = e.offer_id and l.location_id = e.location_id group by 1, 2
  ), changed as (
    update catalogue.stock_level k
       set on_hand = k.on_hand + p.pieces * $5::integer,
           reserved = k.reserved + p.pieces * $6::integer + p.making * $12::integer
      from parts p where k.offer_id = p.offer_id and k.location_id = p.location_id
  ), moved as (
    insert into catalogue.stock_movement (id, offer_id, location_id, kind, change, cause_kind, cause_id, person_id, at)
    select $7, offer_id, location_id, $8, pieces * $5::integer, $1, $2, $9::uuid, $10 from parts
     where pieces * $5::integer <> 0
  ), told as (
    update catalogue.stock_hold h set state = $11, ended_at = $10 from ended e where h.id = e.id and h.part = e.part
  )
  ${turned(`select offer_id, sum(pieces) * $5::integer as on_hand,
                   sum(pieces) * $6::integer + sum(making) * $12::integer as reserved, sum(pieces + making) as pieces
              from parts group by 1`)}`;

/**
 * Some pieces of what a cause bought come back to the places they were sold from (to the first one where that is closed); the
 * parts of a hold give back in their order. What was made to order comes to no shelf: if it is not made yet, its maker has a hand free.
 * $1 and $2 the cause, $3 offers, $4 quantities, $5 id of the movement, $6 who, $7 now
 */
export const takeBack = `
  with asked as (
    select * from unnest($3::uuid[], $4::integer[]) as a(offer_id, quantity)
  ), sold as materialized (
    select h.id, h.part, h.offer_id, h.location_id, h.quantity - h.came_back as free, a.quantity, h.is_to_make,
           h.left_at is null as is_open
      from asked a join catalogue.stock_hold h on h.offer_id = a.offer_id
     where h.cause_kind = $1 and h.cause_id = $2 and h.state = 'committed'
     order by h.offer_id, h.part for update of h
  ), locked as materialized (
    select k.offer_id, k.location_id, k.on_hand, k.reserved, k.is_closed, o.listing_id, o.seller_id, o.low_stock
      from catalogue.stock_level k join catalogue.offer o on o.id = k.offer_id
     where k.offer_id in (select offer_id from sold)
     order by k.offer_id, k.location_id for no key update of k
  ), ordered as (
    select *, coalesce(sum(free) over (partition by offer_id order by part
                                       rows between unbounded preceding and 1 preceding), 0) as before
      from sold
  ), back as (
    select *, ${taken('quantity')} as pieces from ordered
  ), parts as (
    select b.offer_id, case when l.is_closed then l.seller_id else l.location_id end as location_id,
           coalesce(sum(b.pieces) filter (where not b.is_to_make), 0)::integer as pieces,
           coalesce(sum(b.pieces) filter (where b.is_to_make and b.is_open), 0)::integer as making,
           sum(b.pieces)::integer as back
      from back b join locked l on l.offer_id = b.offer_id and l.location_id = b.location_id
     where b.pieces > 0 group by 1, 2
  ), changed as (
    update catalogue.stock_level k set on_hand = k.on_hand + p.pieces, reserved = k.reserved - p.making
      from parts p where k.offer_id = p.offer_id and k.location_id = p.location_id
  ), moved as (
    insert into catalogue.stock_movement (id, offer_id, location_id, kind, change, cause_kind, cause_id, person_id, at)
    select $5, offer_id, location_id, 'returned', pieces, $1, $2, $6::uuid, $7 from parts
     where pieces > 0
  ), told as (
    update catalogue.stock_hold h set came_back = h.came_back + b.pieces from back b
     where h.id = b.id and h.part = b.part and b.pieces > 0
  )
  ${turned(`select offer_id, sum(pieces) as on_hand, -sum(making) as reserved, sum(back) as pieces from parts group by 1`)}`;

/**
 * Some pieces of what a cause bought are another's from now on; no shelf changes. The parts of a hold give in their order; one that
 * gives all goes over as it is, of another the pieces are written on a hold of their own.
 * $1 and $2 the cause, $3 offers, $4 quantities, $5 and $6 the other cause, $7 ids of its holds, $8 now
 */
export const passOn = `
  with asked as (
    select * from unnest($3::uuid[], $4::integer[], $7::uuid[]) as a(offer_id, quantity, hold_id)
  ), sold as materialized (
    select h.id, h.part, h.offer_id, h.quantity as all_of_it, h.quantity - h.came_back as free, a.quantity, a.hold_id
      from asked a join catalogue.stock_hold h on h.offer_id = a.offer_id
     where h.cause_kind = $1 and h.cause_id = $2 and h.state = 'committed'
     order by h.offer_id, h.part for update of h
  ), ordered as (
    select *, coalesce(sum(free) over (partition by offer_id order by part
                                       rows between unbounded preceding and 1 preceding), 0) as before
      from sold
  ), goes as (
    select * from (select *, ${taken('quantity')} as pieces from ordered) t where pieces > 0
  ), written as (
    insert into catalogue.stock_hold (id, part, offer_id, location_id, cause_kind, cause_id, quantity, is_to_make, left_at,
                                      state, held_by, expires_at, made_at)
    select g.hold_id, h.part, h.offer_id, h.location_id, $5, $6, g.pieces, h.is_to_make, h.left_at, h.state, h.held_by,
           h.expires_at, $8
      from goes g join catalogue.stock_hold h on h.id = g.id and h.part = g.part
     where g.pieces < g.all_of_it
  ), changed as (
    update catalogue.stock_hold h
       set quantity = case when g.pieces = g.all_of_it then h.quantity else h.quantity - g.pieces end,
           cause_kind = case when g.pieces = g.all_of_it then $5 else h.cause_kind end,
           cause_id = case when g.pieces = g.all_of_it then $6::uuid else h.cause_id end
      from goes g where h.id = g.id and h.part = g.part
  )
  select pieces from goes`;

/**
 * What was made to order for a cause has left its maker: as many can be ordered again.
 * $1 and $2 the cause, $3 now
 */
export const leave = `
  with made as materialized (
    select id, part, offer_id, location_id, quantity - came_back as pieces from catalogue.stock_hold
     where cause_kind = $1 and cause_id = $2 and state = 'committed' and is_to_make and left_at is null
     order by offer_id, part for update
  ), locked as materialized (
    select k.offer_id, k.location_id, k.on_hand, k.reserved, o.listing_id, o.seller_id, o.low_stock
      from catalogue.stock_level k join catalogue.offer o on o.id = k.offer_id
     where k.offer_id in (select offer_id from made)
     order by k.offer_id, k.location_id for no key update of k
  ), parts as (
    select offer_id, location_id, sum(pieces)::integer as pieces from made group by 1, 2
  ), changed as (
    update catalogue.stock_level k set reserved = k.reserved - p.pieces
      from parts p where k.offer_id = p.offer_id and k.location_id = p.location_id
  ), told as (
    update catalogue.stock_hold h set left_at = $3 from made m where h.id = m.id and h.part = m.part
  )
  ${turned(`select offer_id, 0 as on_hand, -sum(pieces) as reserved, sum(pieces) as pieces from parts group by 1`)}`;

/**
 * Counts shelves anew, many at once. A count of one place is of that place; a count without one is of all: what is more stands
 * in the first, what is missing is taken where it is free. An offer that is not returned cannot be so few: more is promised.
 * $1 offers, $2 places or nulls, $3 pieces, $4 id of the movement, $5 reason or null, $6 note or null, $7 who, $8 now
 */
export const count = `
  with asked as (
    select * from unnest($1::uuid[], $2::uuid[], $3::integer[]) as a(offer_id, place_id, wanted)
  ), locked as materialized (
    select a.place_id, a.wanted, k.offer_id, k.location_id, k.on_hand, k.reserved, o.listing_id, o.seller_id, o.low_stock
      from asked a join catalogue.stock_level k on k.offer_id = a.offer_id join catalogue.offer o on o.id = k.offer_id
     order by k.offer_id, k.location_id for no key update of k
  ), scope as (
    select *, on_hand - reserved as free, wanted - sum(on_hand) over (partition by offer_id) as more
      from locked where place_id is null or place_id = location_id
  ), ordered as (
    select *, ${inOrder} from scope ${places}
  ), parts as (
    select offer_id, location_id, available + more >= 0 as fits,
           (case when more < 0 then -${taken('-more')} when place = 1 then more else 0 end)::integer as change
      from ordered
  ), changed as (
    update catalogue.stock_level k set on_hand = k.on_hand + p.change from parts p
     where k.offer_id = p.offer_id and k.location_id = p.location_id and p.fits and p.change <> 0
  ), moved as (
    insert into catalogue.stock_movement (id, offer_id, location_id, kind, change, reason, note, person_id, at)
    select $4, offer_id, location_id, case when change > 0 then 'received' else 'written_off' end, change, $5, $6, $7::uuid, $8
      from parts where fits and change <> 0
  )
  ${turned(`select offer_id, sum(change) as on_hand, 0 as reserved, sum(change) as pieces from parts where fits group by 1`)}`;

/**
 * Carries free pieces of an offer from one place to another; nothing is returned when there are not so many.
 * $1 offer, $2 from, $3 to, $4 pieces, $5 id of the movement, $6 who, $7 now
 */
export const carry = `
  with locked as materialized (
    select location_id, on_hand - reserved as free from catalogue.stock_level
     where offer_id = $1 and location_id in ($2, $3) order by location_id for no key update
  ), parts as (
    select location_id, case location_id when $2 then -$4::integer else $4::integer end as change from locked
     where exists (select from locked where location_id = $2 and free >= $4::integer) and (select count(*) from locked) = 2
  ), changed as (
    update catalogue.stock_level k set on_hand = k.on_hand + p.change from parts p
     where k.offer_id = $1 and k.location_id = p.location_id
  )
  insert into catalogue.stock_movement (id, offer_id, location_id, kind, change, person_id, at)
  select $5, $1, location_id, 'moved', change, $6::uuid, $7 from parts`;

/** Whether an offer has a free piece. @param offerId an SQL expression */
export const hasFree = (offerId: string): string =>
  `exists (select from catalogue.stock_level k where k.offer_id = ${offerId} and k.on_hand > k.reserved)`;
