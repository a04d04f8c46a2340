using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Sharing;

/// <summary>ほかの市へ渡す: what the file holds, what it does not, and the file itself.</summary>
internal sealed class SharePage(ExportProcedure export) : StaffPage
{
    public Shared Shared { get; private set; } = null!;

    public string Back => Shared.Edition is null ? $"~/staff/studio/{RouteData.Values["what"]}" : $"~/staff/studio/procedures/{Shared.Package.Source.Slug}";

    public async Task OnGetAsync(string what, CancellationToken stop) => Shared = await export.FindAsync(what, stop);

    public async Task<IActionResult> OnPostAsync(string what, CancellationToken stop)
    {
        Shared = await export.RunAsync(what, stop);
        var source = Shared.Package.Source;
        return File(Shared.Package.Write(), "application/json", $"{source.Slug}-{source.LgCode}-{(source.Edition is { } edition ? $"v{edition}" : "draft")}.json");
    }
}
