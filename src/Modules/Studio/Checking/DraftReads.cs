using System.Collections.Concurrent;

namespace Madoguchi.Studio.Checking;

/// <summary>A draft as the program reads it; judged when somebody asks, for that takes longer.</summary>
internal sealed record ReadDraft(ProcedureEdition Edition, JsonElement Root, Lazy<IReadOnlyList<DefinitionFinding>> Judged)
{
    public IReadOnlyList<DefinitionFinding> Findings => Judged.Value;
}

/// <summary>Reads and judges every version of a draft once; the longest unused give way.</summary>
internal sealed class DraftReads(IDefinitions definitions)
{
    private const int Most = 60;
    private readonly ConcurrentDictionary<(Guid Id, long Version), (ReadDraft Read, long UsedAt)> kept = new();

    /// <summary>Null when this program can no longer read it.</summary>
    public ReadDraft? Of(Draft draft)
    {
        var key = (draft.Id, draft.Version);
        if (!kept.TryGetValue(key, out var known))
        {
            if (definitions.Read(draft.Definition).Edition is not { } edition) return null;
            if (kept.Count >= Most)
                foreach (var (old, _) in kept.OrderBy(k => k.Value.UsedAt).Take(Most / 4).ToList()) kept.TryRemove(old, out _);
            var text = draft.Definition;
            known = (new ReadDraft(edition, JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 }).RootElement, new(() => definitions.Judge(text))), 0);
        }

        kept[key] = (known.Read, Environment.TickCount64);
        return known.Read;
    }
}
