using Madoguchi.Approvals.Acting;
using Madoguchi.Approvals.Contracts;
using Madoguchi.DesignSystem.Navigation;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Approvals.Boxes;

internal sealed class ApprovalsPage(ListApprovals list) : StaffPage
{
    private const int PageSize = 50;

    public Box Box { get; private set; }

    public ListApprovals.Page List { get; private set; } = new([], null);

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<MenuItem> Tabs { get; private set; } = [];

    public string? FirstHref => After is null ? null : Href(Box);

    public string? NextHref => List.Next is null ? null : $"{Href(Box)}&after={List.Next}";

    public async Task OnGetAsync([FromQuery(Name = "box")] string? box, CancellationToken stop)
    {
        Box = EnumText.Parse<Box>(box) ?? Box.Inbox;
        List = await list.RunAsync(Box, null, PageSize, After, stop);
        var waiting = await list.WaitingAsync(stop);
        Tabs = [.. Enum.GetValues<Box>().Select(b => new MenuItem(Text[$"staff.approvals.box.{EnumText.Of(b)}"], Href(b), b == Box, b == Box.Inbox ? waiting : null))];
    }

    /// <summary>Posts it waits at now.</summary>
    public string WhereNow(ApprovalView approval) => approval.State == ApprovalState.Routing
        ? string.Join("、", approval.Route.Where(s => s.State == ApprovalStepState.Active).Select(s => s.PostName))
        : "";

    private static string Href(Box box) => $"~/staff/approvals?box={EnumText.Of(box)}";
}
