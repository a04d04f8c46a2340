using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Settings;

namespace Madoguchi.Web.Shell;

/// <summary>What the demo is, who lives in it, where its doors are.</summary>
[Anyone]
internal sealed class DemoPage(IDirectory directory, CityOptions options) : ResidentPage
{
    public static readonly IReadOnlyList<string> Residents = ["hanako", "taro", "proxy", "builder", "kana"];

    public string CityName => directory.City.Name;

    public IReadOnlyList<PersonRef> Staff { get; private set; } = [];

    public void OnGet()
    {
        if (!DemoDoor.IsOpen(options, Request)) throw new NotFoundException();
        var staff = directory.StaffOf(null);
        var names = directory.NamesOf(staff.Select(s => s.Id));
        Staff = [.. staff.Select(s => names[s.Id])];
    }
}
