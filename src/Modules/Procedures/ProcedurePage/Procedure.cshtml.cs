using Madoguchi.Directory.Contracts;

namespace Madoguchi.Procedures.ProcedurePage;

/// <summary>All one should know before beginning: for whom, what is needed, how long, what it costs, by which law. The same for everybody.</summary>
[Anyone, Cacheable]
internal sealed class ProcedurePage(IProcedures procedures, IDirectory directory, IEnumerable<ISessionPlaces> places, IEnumerable<IProcedureFigures> figures, CityOptions options, TimeProvider clock) : ResidentPage
{
    public ProcedureEdition Edition { get; private set; } = null!;

    public Division? Division => directory.Division(Edition.Division);

    /// <summary>Sessions that may be booked now, with what is left.</summary>
    public IReadOnlyList<(Session Session, PlacesLeft? Left)> Sessions { get; private set; } = [];

    public async Task OnGetAsync(string slug, CancellationToken stop)
    {
        Edition = procedures.Find(slug) ?? throw new NotFoundException();
        if (Edition.Booking is null) return;
        // Places go by the second.
        Response.Headers.CacheControl = "no-store";
        var now = clock.Now();
        var open = Edition.Sessions(clock.Today()).Where(s => s.IsOpen(now)).ToList();
        var left = places.FirstOrDefault() is { } counter ? await counter.LeftAsync(slug, open, stop) : new Dictionary<string, PlacesLeft>();
        Sessions = [.. open.Select(s => (s, left.GetValueOrDefault(s.Code)))];
    }

    /// <summary>The page as search engines read it.</summary>
    public string StructuredData => GovernmentService.Of(Edition, directory.City, Division, options.PublicUrl + Request.PathBase + Request.Path, Text.Language);

    /// <summary>How long it really took in the last year; null while too few have ended.</summary>
    public LocalizedText? ReallyTook => figures.FirstOrDefault()?.Of(Edition.Slug) is { MedianDays: { } days, Finished: var count }
        ? Text[days == 0 ? "procedure.took.sameDay" : "procedure.took.days", ("count", count), ("days", days)]
        : null;

    /// <summary>受付の停止, or null.</summary>
    public ProcedureStop? Stop => procedures.Stop(Edition.Slug);

    /// <summary>Whether something may be sent now: neither outside its days nor stopped.</summary>
    public bool IsOpen => Stop is null && Edition.IsOpen(clock.Now());

    /// <summary>Why nothing can be sent now, being outside its days; null while it is inside them.</summary>
    public LocalizedText? NotOpen => Edition.IsOpen(clock.Now()) ? null
        : Edition.OpensAt is { } opens && clock.Now() < opens ? Text["procedure.closed.before", ("time", DayWords.Moment(opens, Text.Language))]
        : Text["procedure.closed.after", ("time", DayWords.Moment(Edition.ClosesAt!.Value, Text.Language))];

    /// <summary>From when and until when; null when it is always open.</summary>
    public LocalizedText? OpenWords => (Edition.OpensAt, Edition.ClosesAt) switch
    {
        ({ } opens, { } closes) => Text["procedure.open.both", ("opens", DayWords.Moment(opens, Text.Language)), ("closes", DayWords.Moment(closes, Text.Language))],
        ({ } opens, null) => Text["procedure.open.from", ("opens", DayWords.Moment(opens, Text.Language))],
        (null, { } closes) => Text["procedure.open.until", ("closes", DayWords.Moment(closes, Text.Language))],
        _ => null,
    };

    public LocalizedText LeftOf(PlacesLeft? left) => left switch
    {
        { Places: > 0 } => Text["booking.left", ("count", left.Places)],
        { Waiting: > 0 } => Text["booking.waiting", ("count", left.Waiting)],
        null => LocalizedText.Empty,
        _ => Text["booking.full"],
    };

    /// <summary>How one proves who one is: one way, or either of two.</summary>
    public LocalizedText AssuranceWords => Edition.AlternativeAssurance is { } other
        ? Text["procedure.assurance.either", ("first", WordsOf(Edition.Assurance)), ("second", WordsOf(other))]
        : WordsOf(Edition.Assurance);

    /// <summary>「15開庁日」「30日」「その場で」.</summary>
    public LocalizedText PeriodWords => Edition.Period is { Days: 0 }
        ? Edition.Period.Text?.In(Text.Language) ?? Text["procedure.period.atOnce"]
        : Text[Edition.Period.Unit == PeriodUnit.Business ? "procedure.period.business" : "procedure.period.calendar", ("days", Edition.Period.Days)];

    private LocalizedText WordsOf(Assurance assurance) => Text[$"procedure.assurance.{assurance.ToString().ToLowerInvariant()}"];
}
