using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.LifeEvents;

/// <summary>Counters and offices by name, shared by all life events: <c>vocabulary/offices.json</c>.</summary>
internal static class Offices
{
    public static (IReadOnlyDictionary<string, Office> Offices, IReadOnlyList<Fault> Faults) Read(string vocabulary)
    {
        var file = Path.Combine(vocabulary, "offices.json");
        var (read, faults) = CheckedJson.Read("vocabulary/offices.json", File.Exists(file) ? File.ReadAllText(file) : "{}", root =>
            root.Properties().ToDictionary(p => p.Key, p => ReadOffice(p.Value)));
        foreach (var place in faults.Untranslated) faults.Add(place, "is not there in ja, en and ja-easy");
        return (read ?? [], faults.Found);
    }

    private static Office ReadOffice(Node node)
    {
        node.IsObject("name", "telephone", "hours", "url");
        return new Office(node.NeedPhrase("name"), node.Get("telephone").String(), node.Get("hours").Phrase(), node.Get("url").String());
    }
}
