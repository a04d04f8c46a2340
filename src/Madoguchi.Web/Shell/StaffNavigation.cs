using Madoguchi.Applications.Contracts;
using Madoguchi.Approvals.Contracts;
using Madoguchi.DesignSystem.Navigation;
using Madoguchi.Directory.Contracts;
using Madoguchi.Insights.Contracts;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Text;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Notices.Contracts;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Web.Shell;

/// <summary>The rooms an officer may enter.</summary>
internal static class StaffNavigation
{
    private static readonly (string Key, string Href, string[] Permissions)[] Rooms =
    [
        ("staff.nav.home", "/staff", []),
        ("staff.nav.applications", "/staff/applications", [ApplicationsPermissions.View]),
        ("staff.nav.register", "/staff/applications/register", [ApplicationsPermissions.Register]),
        ("staff.nav.approvals", "/staff/approvals", [ApprovalsPermissions.Act, ApprovalsPermissions.View]),
        ("staff.nav.notices", "/staff/notices", [NoticesPermissions.Dispatch]),
        ("staff.nav.announcements", "/staff/announcements", [MessagingPermissions.Announce]),
        ("staff.nav.undelivered", "/staff/undelivered", [MessagingPermissions.Resend]),
        ("staff.nav.insights", "/staff/insights", [InsightsPermissions.View]),
        ("staff.nav.studio", "/staff/studio", [ProceduresPermissions.Edit]),
        ("staff.nav.searches", "/staff/searches", [ProceduresPermissions.Maintain]),
        ("staff.nav.theme", "/staff/theme", [DirectoryPermissions.Theme]),
    ];

    public static IReadOnlyList<MenuItem> Of(Actor actor, PathString path, Localizer text)
    {
        var open = Rooms.Where(r => r.Permissions.Length == 0 || r.Permissions.Any(p => actor.May(p))).ToList();
        // None on the doors, nor where somebody is only led to, such as the matter they must concur with.
        var current = open.Select(r => r.Href).Where(href => href == "/staff" ? path == "/staff" : path.StartsWithSegments(href)).MaxBy(href => href.Length);
        return [.. open.Select(r => new MenuItem(text[r.Key], r.Href, r.Href == current))];
    }
}
