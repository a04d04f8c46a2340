using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Sharing;

/// <summary>読み込んだ結果: what was taken out of a file of another city, and what is to be chosen anew.</summary>
internal sealed class ImportedPage(Origins origins) : EditPage
{
    public Origin Origin { get; private set; } = null!;

    public IReadOnlyList<(ImportNote Note, Place? At)> Notes { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Origin = await origins.OfDraftAsync(id, stop) is { Kind: OriginKind.Package } origin ? origin : throw new NotFoundException();
        Notes = [.. JsonSerializer.Deserialize<List<ImportNote>>(Origin.Notes)!.Select(n => (n, Places.Of(n.Place, Definition)))];
    }

    /// <summary>What the form is called where it can be chosen.</summary>
    public string NameOf(Place at) => at.Key.StartsWith("facts:", StringComparison.Ordinal) ? Text[$"staff.studio.facts.{at.Key["facts:".Length..]}"].ToString() : at.Name;
}
