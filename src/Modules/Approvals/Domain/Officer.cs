namespace Madoguchi.Approvals.Domain;

/// <summary>Who acts on an approval: the posts held now (code → title as shown), and those they may act for (代決).</summary>
internal sealed record Officer(string Id, IReadOnlyDictionary<string, string> Held, IReadOnlyCollection<string> Deputised)
{
    public bool Holds(string post) => Held.ContainsKey(post);

    public bool Deputises(string post) => !Holds(post) && Deputised.Contains(post);

    /// <summary>The post to record for an act: the one asked when held, else the first own one.</summary>
    public (string? Code, string? Title) PostFor(string? asked) =>
        asked is not null && Held.TryGetValue(asked, out var title) ? (asked, title)
        : Held.Count > 0 ? (Held.First().Key, Held.First().Value)
        : (null, null);
}
