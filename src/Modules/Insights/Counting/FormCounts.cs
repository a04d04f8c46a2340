using Madoguchi.Applications.Contracts;
using Madoguchi.Insights.Data;
using Madoguchi.Insights.Domain;
using Madoguchi.Procedures.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Insights.Counting;

/// <summary>What one count counts.</summary>
internal readonly record struct CountKey(string Procedure, int Edition, DateOnly Day, CountKind Kind, string Place, string Detail);

/// <summary>Counts the ways through the forms as Applications tells them; the keys are pages and questions of definitions, never what somebody typed.</summary>
internal sealed class FormCounts(IProcedures procedures, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FormCounts> log)
    : Tally<CountKey>(scopes, clock, log, most: 5000), IFormWatch
{
    private readonly TimeProvider clock = clock;

    public void Begun(FormPlace first)
    {
        Count(first with { Page = "" }, CountKind.Begun);
        Opened(first);
    }

    public void Opened(FormPlace place) => Count(place, CountKind.Opened);

    public void Passed(FormPlace place) => Count(place, CountKind.Passed);

    public void LedOut(FormPlace place) => Count(place, CountKind.LedOut);

    public void Failed(FormPlace place, IReadOnlyList<FieldError> errors)
    {
        Count(place, CountKind.Failed);
        if (procedures.Edition(place.Procedure, place.Edition)?.Form is not { } form) return;
        foreach (var error in errors)
            if (KeyOf(error.Field, form) is { } question) Count(place with { Page = question }, CountKind.Error, ErrorKind.Of(error.Code));
    }

    public void Submitted(string procedure, int edition, DateTime begunAt) =>
        Count(new FormPlace(procedure, edition, ""), CountKind.Submitted, TimeTaken.BucketOf(begunAt, clock.Now()));

    protected override Task WriteAsync(IServiceProvider services, IReadOnlyDictionary<CountKey, long> sums, CancellationToken stop) =>
        CountRows.AddAsync(services.GetRequiredService<Database>(),
            sums.OrderBy(s => s.Key.Procedure, StringComparer.Ordinal).ThenBy(s => s.Key.Edition).ThenBy(s => s.Key.Day).ThenBy(s => s.Key.Kind)
                .ThenBy(s => s.Key.Place, StringComparer.Ordinal).ThenBy(s => s.Key.Detail, StringComparer.Ordinal).Select(s => (s.Key, s.Value)), stop);

    private void Count(FormPlace place, CountKind kind, string detail = "")
    {
        if (place.Page.Length <= InsightsMapping.LongestPlace) Add(new CountKey(place.Procedure, place.Edition, clock.Today(), kind, place.Page, detail));
    }

    // group[2].name counts for group.name; what the form does not ask is not counted.
    private static string? KeyOf(string field, Form form)
    {
        if (form.Question(field) is null) return null;
        var open = field.IndexOf('[');
        return open < 0 ? field : field[..open] + field[(field.IndexOf(']') + 1)..];
    }
}
