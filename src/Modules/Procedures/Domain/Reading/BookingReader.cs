namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads the rules of a booking.</summary>
internal static class BookingReader
{
    public static Booking Read(Node node)
    {
        node.IsObject("question", "sessions", "opensDays", "opensAt", "closesDays", "closesAt", "cancelDays", "cancelAt", "oncePer", "offerHours");
        return new Booking(
            node.NeedString("question"),
            node.Need("sessions").List(Session),
            node.NeedInt("opensDays"), Time(node, "opensAt"),
            node.NeedInt("closesDays"), Time(node, "closesAt"),
            node.NeedInt("cancelDays"), Time(node, "cancelAt"),
            node.NeedEnum<OncePer>("oncePer"), node.NeedInt("offerHours"));
    }

    private static SessionPlan Session(Node node)
    {
        node.IsObject("id", "label", "place", "every", "starts", "ends", "capacity", "waitingList");
        var every = node.Need("every");
        every?.IsObject("week", "day");
        return new SessionPlan(
            node.Need("id")?.Id() ?? "", node.NeedPhrase("label"), node.NeedPhrase("place"),
            every?.Need("week")?.Int(1, 4) ?? 1, every?.NeedEnum<DayOfWeek>("day") ?? default,
            Time(node, "starts"), Time(node, "ends"),
            node.NeedInt("capacity"), node.NeedInt("waitingList"));
    }

    private static TimeOnly Time(Node node, string key) => node.Need(key)?.Time() ?? default;
}
