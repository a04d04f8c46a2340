using Madoguchi.Applications.Review;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Applications.Print;

/// <summary>A matter on A4, with its day of arrival where the stamp used to be.</summary>
internal sealed class PrintPage(ReadMatter read, IDirectory directory, TimeProvider clock) : StaffPage
{
    public ReadMatter.Whole Matter { get; private set; } = null!;

    public string City => directory.City.Name;

    public DateTime PrintedAt { get; private set; }

    public async Task OnGetAsync(string intakeNumber, CancellationToken stop)
    {
        Matter = await read.RunAsync(intakeNumber, stop);
        PrintedAt = clock.Now();
    }
}
