using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Domain.Reading;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.LifeEvents;

/// <summary>The life events in memory, read at start after the procedures they lead to; a faulty file leaves the others in place.</summary>
internal sealed partial class LifeEventBook(IProcedures procedures, CityOptions options, ILogger<LifeEventBook> log) : ILifeEvents, IStartup
{
    private volatile IReadOnlyList<LifeEvent> all = [];

    public IReadOnlyList<LifeEvent> All => all;

    public LifeEvent? Find(string slug) => all.FirstOrDefault(e => e.Slug == slug);

    public LifeEventPlan? Plan(string slug, JsonElement answers, DateOnly today, Language language = Language.Ja) =>
        Find(slug) is { } found ? new Planner(found, today, language).Run(answers) : null;

    public Task StartAsync(CancellationToken stop)
    {
        var (offices, faults) = Offices.Read(options.VocabularyFolder);
        Report(faults);
        var reader = new LifeEventReader(procedures.All.ToFrozenDictionary(p => p.Slug), offices, new FormContext(null, null, new BusinessCalendar()));
        var read = Files(options.VocabularyFolder).Select(file => reader.Read(Path.GetFileNameWithoutExtension(file), Shown(file), File.ReadAllText(file))).ToList();
        foreach (var (_, found) in read) Report(found.Found);
        all = [.. read.Select(r => r.Event).OfType<LifeEvent>()];
        return Task.CompletedTask;
    }

    /// <summary>The files of all life events, in order.</summary>
    public static IEnumerable<string> Files(string vocabulary) =>
        Path.Combine(vocabulary, "life-events") is var folder && System.IO.Directory.Exists(folder) ? System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    private static string Shown(string file) => $"vocabulary/life-events/{Path.GetFileName(file)}";

    private void Report(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults) LogFault(fault.File, fault.Path, fault.Reason);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Life event {File} is left out: at {Place}: {Reason}")]
    private partial void LogFault(string file, string place, string reason);
}
