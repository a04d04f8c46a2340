// What a breach looks like: the rules are proved on these.
namespace Madoguchi.Fake.Contracts
{
    public sealed record Arrived(Guid Id);
}

namespace Madoguchi.Fake.Domain
{
    public sealed class Shown
    {
        public static Microsoft.AspNetCore.Http.IResult Answer() => Microsoft.AspNetCore.Http.Results.Ok();
    }

    internal sealed class Matter
    {
        public DateTimeOffset At { get; init; }

        public decimal? Amount { get; init; }

        public DateTime Fine { get; init; }
    }
}

namespace Madoguchi.Fake.Pages
{
    internal sealed class OpenPage : Microsoft.AspNetCore.Mvc.RazorPages.PageModel;

    [Madoguchi.Kernel.People.Anyone]
    internal sealed class PublicPage : Microsoft.AspNetCore.Mvc.RazorPages.PageModel;

    internal sealed class OfficersPage : Madoguchi.Kernel.Http.StaffPage;
}
