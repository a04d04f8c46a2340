using System.Text.Json;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Domain.Reading;
using Madoguchi.Procedures.LifeEvents;

namespace Procedures.Tests.LifeEvents;

/// <summary>The life events as they ship, read once.</summary>
internal static class LifeFiles
{
    public static readonly DateOnly Day = new(2026, 11, 24);

    private static readonly Lazy<LifeEventReader> Reader = new(() =>
        new LifeEventReader(Procedure, Offices.Read(Vocabulary).Offices, LibraryFiles.City));

    private static readonly Lazy<IReadOnlyDictionary<string, (LifeEvent? Event, FaultList Faults)>> Events = new(() =>
        LifeEventBook.Files(Vocabulary).ToDictionary(f => Path.GetFileNameWithoutExtension(f)!, f => Read(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f))));

    public static ProcedureEdition? Procedure(string slug) => LibraryFiles.Slugs.Contains(slug) ? LibraryFiles.Edition(slug) : null;

    public static string Vocabulary => Path.GetFullPath(Path.Combine(LibraryFiles.Folder(), "../vocabulary"));

    public static IEnumerable<string> Slugs => Events.Value.Keys;

    public static FaultList Faults(string slug) => Events.Value[slug].Faults;

    public static LifeEvent Event(string slug) => Events.Value[slug].Event ?? throw new InvalidOperationException(string.Join('\n', Faults(slug).Found));

    public static string Text(string slug) => File.ReadAllText(Path.Combine(Vocabulary, "life-events", slug + ".json"));

    public static (LifeEvent? Event, FaultList Faults) Read(string slug, string json) => Reader.Value.Read(slug, slug + ".json", json);

    /// <summary>A small life event of these questions and steps.</summary>
    public static (LifeEvent? Event, FaultList Faults) Small(string questions, string steps) => Read("small", $$"""
        {"slug":"small","title":{{Words}},"summary":{{Words}},"lifeEvents":["moving"],"owner":"shimin","lastChecked":"2026-11-22","questions":{{questions}},"steps":{{steps}}}
        """.Replace("\"言葉\"", Words));

    public static LifeEventPlan Plan(this LifeEvent life, string answers, DateOnly today)
    {
        using var json = JsonDocument.Parse(answers);
        return new Planner(life, today, Madoguchi.Kernel.Text.Language.Ja).Run(json.RootElement);
    }

    private const string Words = """{"ja":"ことば","en":"Words","ja-easy":"ことば"}""";
}
