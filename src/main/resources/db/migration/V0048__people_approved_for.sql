-- How many people a wave would have reached when it was approved: the approver saw their number and the price. Null: it
-- goes to no people, or was approved before this.
alter table wave add column approved_people bigint;
