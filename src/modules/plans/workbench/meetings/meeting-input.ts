import type { Meeting, MeetingInput } from '../../meetings/meetings.contract.ts';

/** A meeting as its form and the API take it. */
export function inputOfMeeting(meeting: Meeting): MeetingInput {
  return {
    planId: meeting.planId,
    kind: meeting.kind,
    title: meeting.title,
    heldOn: meeting.heldOn,
    place: meeting.place,
    chairedBy: meeting.chairedBy,
    agenda: meeting.agenda,
    minutes: meeting.minutes,
    unitIds: meeting.units.map((unit) => unit.id),
    actionItems: meeting.actionItems.map((item) => ({
      id: item.id,
      text: item.text,
      taskId: item.taskId,
      unitId: item.unit?.id ?? null,
      dueOn: item.dueOn,
    })),
  };
}
