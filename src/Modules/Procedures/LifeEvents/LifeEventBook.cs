using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Domain.Reading;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.LifeEvents;

/// <summary>The life events in memory, read when first asked for, so that a start need not compile the procedures they lead to; a faulty file leaves the others in place.</summary>
internal sealed partial class LifeEventBook : ILifeEvents
{
    private readonly ILogger<LifeEventBook> log;
    private readonly Lazy<IReadOnlyList<LifeEvent>> all;
    private readonly Lazy<IReadOnlyList<LifeEventCard>> cards;

    public LifeEventBook(IProcedures procedures, CityOptions options, ILogger<LifeEventBook> log)
    {
        this.log = log;
        cards = new(() => [.. Files(options.VocabularyFolder).Select(Card).OfType<LifeEventCard>()]);
        all = new(() => ReadAll(procedures, options.VocabularyFolder));
    }

    public IReadOnlyList<LifeEventCard> Cards => all.IsValueCreated ? [.. all.Value.Select(e => new LifeEventCard(e.Slug, e.Title))] : cards.Value;

    public IReadOnlyList<LifeEvent> All => all.Value;

    public LifeEvent? Find(string slug) => All.FirstOrDefault(e => e.Slug == slug);

    public LifeEventPlan? Plan(string slug, JsonElement answers, DateOnly today, Language language = Language.Ja) =>
        Find(slug) is { } found ? new Planner(found, today, language).Run(answers) : null;

    /// <summary>The files of all life events, in order.</summary>
    public static IEnumerable<string> Files(string vocabulary) =>
        Path.Combine(vocabulary, "life-events") is var folder && System.IO.Directory.Exists(folder) ? System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    private List<LifeEvent> ReadAll(IProcedures procedures, string vocabulary)
    {
        var (offices, faults) = Offices.Read(vocabulary);
        Report(faults);
        var reader = new LifeEventReader(procedures.Find, offices, new FormContext(null, null, new BusinessCalendar()));
        var read = Files(vocabulary).Select(file => reader.Read(Path.GetFileNameWithoutExtension(file), Shown(file), File.ReadAllText(file))).ToList();
        foreach (var (_, found) in read) Report(found.Found);
        return [.. read.Select(r => r.Event).OfType<LifeEvent>()];
    }

    // What is wrong with a file is said when it is read whole.
    private static LifeEventCard? Card(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var title = json.RootElement.GetProperty("title");
            string? In(string language) => title.TryGetProperty(language, out var text) ? text.GetString() : null;
            return new LifeEventCard(Path.GetFileNameWithoutExtension(file), new Phrase(In("ja")!, In("en"), In("ja-easy")));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string Shown(string file) => $"vocabulary/life-events/{Path.GetFileName(file)}";

    private void Report(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults) LogFault(fault.File, fault.Path, fault.Reason);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Life event {File} is left out: at {Place}: {Reason}")]
    private partial void LogFault(string file, string place, string reason);
}
