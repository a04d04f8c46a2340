using Madoguchi.Approvals.Contracts;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Numbers;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Tests.Api;

/// <summary>Drafts as the modules above would, through the published contract.</summary>
internal static class Desk
{
    private static long serial = 700_000;

    public static string NextNumber() => IntakeNumber.Create(2026, Interlocked.Increment(ref serial)).ToString();

    /// <summary>A draft of this officer over chief and manager of 子育て支援課.</summary>
    public static async Task<Guid> Has(this DemoCity city, string drafter = "clerk", params string[] items) =>
        (await city.Starts(drafter, items.Length == 0 ? [NextNumber()] : items,
            new(1, ApprovalStepKind.Endorse, "kosodate.chief"), new(2, ApprovalStepKind.Decide, "kosodate.manager"))).Value;

    /// <summary>道路占用: chief, then two sections side by side, then the manager.</summary>
    public static async Task<Guid> HasRoad(this DemoCity city) =>
        (await city.Starts("road-clerk", [NextNumber()],
            new(1, ApprovalStepKind.Endorse, "doro.chief"), new(2, ApprovalStepKind.Concur, "gesui.manager"),
            new(2, ApprovalStepKind.Concur, "toshi.manager"), new(3, ApprovalStepKind.Decide, "doro.manager"))).Value;

    public static Task<Result<Guid>> Starts(this DemoCity city, string drafter, string[] items, params ApprovalStepDraft[] route) => city.As(drafter, services =>
        services.GetRequiredService<IApprovals>().StartAsync(new ApprovalDraft(
            "test.grant", "髙橋 𠮷子さんの認定", services.GetRequiredService<Actor>().Division!,
            [.. items.Select(i => new ApprovalItem(i, [new ApprovalFact("支給月額", "15,000円"), new ApprovalFact("申請者", "髙橋 𠮷子")]))], route, "審査基準1に適合")));

    /// <summary>A unit of work of this account.</summary>
    public static Task<T> As<T>(this DemoCity city, string account, Func<IServiceProvider, Task<T>> work) =>
        city.Get<IServiceScopeFactory>().RunAsync(async services =>
        {
            foreach (var source in services.GetServices<IActorSource>())
                if (await source.FindAsync(account, default) is { } facts) services.GetRequiredService<Actor>().Become(facts);
            return await work(services);
        });
}
