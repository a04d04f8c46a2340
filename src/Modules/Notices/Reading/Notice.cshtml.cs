using Madoguchi.Notices.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Notices.Reading;

/// <summary>One's own notice as the signed PDF.</summary>
[ResidentsOnly]
internal sealed class NoticePage(ReadNotices notices) : ResidentPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var file = await notices.FileAsync(id.ToString(), Prefetch.Is(Request), stop);
        Response.Headers.CacheControl = "private, no-store";
        return File(file.Content, "application/pdf", file.Name);
    }
}
