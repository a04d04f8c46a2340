using System.Text.Json;
using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Approvals.Domain;

/// <summary>One thing to be decided, frozen as drafted; stays as a record when taken out of the list.</summary>
internal sealed class ListedItem
{
    public Guid Id { get; private init; }

    public Guid ApprovalId { get; private init; }

    public int Position { get; private init; }

    /// <summary>受付番号.</summary>
    public string Item { get; private init; } = "";

    /// <summary>JSON of the facts.</summary>
    public string FactsText { get; private init; } = "[]";

    public DateTime? RemovedAt { get; private set; }

    public string? RemovedReason { get; private set; }

    public bool IsOn => RemovedAt is null;

    public IReadOnlyList<ApprovalFact> ReadFacts() => JsonSerializer.Deserialize<List<ApprovalFact>>(FactsText, JsonText.Options)!;

    public static ListedItem Of(Guid approval, int position, ApprovalItem item) => new()
    {
        Id = Guid.CreateVersion7(),
        ApprovalId = approval,
        Position = position,
        Item = item.Id,
        FactsText = JsonSerializer.Serialize(item.Facts, JsonText.Options),
    };

    public void Remove(string reason, DateTime now) => (RemovedAt, RemovedReason) = (now, reason);
}
