using System.Collections.Concurrent;

namespace Madoguchi.Studio.Checking;

/// <summary>A draft as the program reads and judges it.</summary>
internal sealed record ReadDraft(ProcedureEdition Edition, JsonElement Root, IReadOnlyList<DefinitionFinding> Findings);

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
            known = (new ReadDraft(edition, JsonDocument.Parse(draft.Definition, new JsonDocumentOptions { MaxDepth = 64 }).RootElement, definitions.Judge(draft.Definition)), 0);
        }

        kept[key] = (known.Read, Environment.TickCount64);
        return known.Read;
    }
}
