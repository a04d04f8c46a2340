using Madoguchi.Applications;
using Madoguchi.Approvals;
using Madoguchi.Directory;
using Madoguchi.Files;
using Madoguchi.Insights;
using Madoguchi.Kernel.Modules;
using Madoguchi.Messaging;
using Madoguchi.Notices;
using Madoguchi.Procedures;
using Madoguchi.Residents;
using Madoguchi.Studio;

namespace Madoguchi.Web.Start;

/// <summary>The rooms of the house, in the order of the shelves.</summary>
internal static class CityModules
{
    public static IReadOnlyList<Module> All { get; } =
    [
        new DirectoryModule(), new FilesModule(), new MessagingModule(), new ResidentsModule(), new ApprovalsModule(), new ProceduresModule(),
        new NoticesModule(), new ApplicationsModule(), new StudioModule(), new InsightsModule(),
    ];
}
