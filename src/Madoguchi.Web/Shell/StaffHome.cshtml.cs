using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Modules;
using Madoguchi.Kernel.Time;

namespace Madoguchi.Web.Shell;

/// <summary>What waits for the officer: the parts the modules give.</summary>
internal sealed class StaffHomePage(IEnumerable<StaffSlot> slots, TimeProvider clock) : StaffPage
{
    private static readonly string[] Days = ["日", "月", "火", "水", "木", "金", "土"];

    public IReadOnlyList<StaffSlot> Slots { get; private set; } = [];

    public string Today { get; private set; } = "";

    public void OnGet()
    {
        var today = clock.Today();
        Today = $"{JapaneseDate.Format(today)}（{Days[(int)today.DayOfWeek]}）";
        Slots = [.. slots.Where(s => Actor.May(s.Permission)).OrderBy(s => s.Order)];
    }
}
