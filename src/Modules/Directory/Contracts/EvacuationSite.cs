using Madoguchi.Kernel.Text;

namespace Madoguchi.Directory.Contracts;

/// <summary>指定緊急避難場所: where people flee to first. A 指定避難所 (shelter), where they stay afterwards, is another thing; one place may be both.</summary>
/// <param name="Address">In one line, as it is written in Japan.</param>
/// <param name="Telephone">Empty when nobody answers there.</param>
/// <param name="SafeFrom">The disasters it is designated for; in any other it is not safe.</param>
/// <param name="IsShelter">指定避難所との重複.</param>
/// <param name="Capacity">想定収容人数; null when not known.</param>
public sealed record EvacuationSite(
    string Name, string Kana, string English, string Address, string Telephone, IReadOnlyList<Disaster> SafeFrom, bool IsShelter, int? Capacity, string Note)
{
    public LocalizedText NameIn(Language language) => Names.In(language, Name, English, Kana);
}

/// <summary>災害種別, in the order of 自治体標準オープンデータセット.</summary>
public enum Disaster
{
    Flood,
    Landslide,
    StormSurge,
    Earthquake,
    Tsunami,
    Fire,
    InlandFlood,
    Volcano,
}

/// <summary>The city's own list of them, in its order; empty when the city has given none.</summary>
public interface IEvacuationSites
{
    IReadOnlyList<EvacuationSite> All { get; }
}
