using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Web.Shell.Offline;

/// <summary>Whom to call and where to flee: for everybody, and kept by the browser for the time without a connection.</summary>
[Anyone, Cacheable("kept")]
internal sealed class OfflinePage(IDirectory directory, IEvacuationSites sites) : ResidentPage
{
    /// <summary>Numbers known all over Japan, the most urgent first.</summary>
    public static readonly IReadOnlyList<string> Emergency = ["119", "110", "7119", "171"];

    public City City => directory.City;

    public IEnumerable<Division> Divisions => directory.Divisions.Where(d => d.Telephone.Length > 0);

    public IReadOnlyList<EvacuationSite> Sites => sites.All;

    /// <summary>Whether this is the copy that is shown in place of a page that could not be reached.</summary>
    public bool Kept { get; private set; }

    public void OnGet([FromQuery(Name = "kept")] string? kept) => Kept = kept == "true";

    /// <summary>A <c>tel:</c> address; <c>#</c> would begin a fragment.</summary>
    public static string Call(string number) => "tel:" + number.Replace("-", "", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);

    public LocalizedText Kinds(EvacuationSite site) => string.Join(Text["offline.and"].ToString(), site.SafeFrom.Select(d => KindOf(d).Source));

    private LocalizedText KindOf(Disaster disaster) => Text[$"offline.disaster.{char.ToLowerInvariant(disaster.ToString()[0])}{disaster.ToString()[1..]}"];
}
