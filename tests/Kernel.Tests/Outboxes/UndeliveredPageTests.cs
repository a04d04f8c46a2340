using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Outboxes;
using Madoguchi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kernel.Tests.Outboxes;

/// <summary>送れなかったもの: what the outbox has given up is seen by whoever may send it again.</summary>
public sealed class UndeliveredPageTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task What_was_given_up_is_listed_page_by_page_and_sent_again_when_chosen(string database)
    {
        var city = await cities.On(database);
        // A letter that is not there any more is sent by doing nothing.
        var mails = Enumerable.Range(0, 51).Select(i => new OutboxRow
        {
            Id = Guid.CreateVersion7(), Kind = "mail", Payload = $$"""{"letter":"{{Guid.Empty}}"}""", CreatedAt = new DateTime(2026, 4, 1, 0, i, 0, DateTimeKind.Utc),
            NotBefore = new DateTime(2026, 4, 8, 0, 0, 0, DateTimeKind.Utc), Attempts = OutboxWorker.Tries, LastError = "SmtpException", Dead = true,
        }).ToList();
        await city.Get<IServiceScopeFactory>().RunAsync(services =>
        {
            services.GetRequiredService<KernelDb>().AddRange(mails);
            return Task.CompletedTask;
        });

        using var admin = city.Visitor();
        await admin.SignInAsync("admin", "/staff/sign-in");
        await admin.PressAsync("送れなかったもの");
        Assert.Equal(50, admin.Page.QuerySelectorAll("input[name=Letters]").Length);
        Assert.Contains("SmtpException", admin.Words);
        await admin.PressAsync("選んだものを送り直す");
        Assert.Equal(400, admin.Status);
        Assert.Contains("送り直すものを選んでください", admin.Words);

        await admin.Fill("Letters", $"{mails[7].Id}").PressAsync("選んだものを送り直す");
        Assert.Contains("送り直しています", admin.Words);
        await Eventually.See(async () => await StandingAsync(city, mails[7].Id) ? null : "", "the mail sent again");
        Assert.True(await StandingAsync(city, mails[8].Id));
        Assert.Equal(1, await AuditedAsync(city, mails[7].Id));
    }

    [Fact]
    public async Task Who_may_not_send_again_sees_nothing()
    {
        using var clerk = (await cities.On("sqlite")).Visitor();
        await clerk.SignInAsync("clerk", "/staff/sign-in");
        Assert.DoesNotContain("送れなかったもの", clerk.Page.Body!.TextContent);
        await clerk.GoAsync("/staff/undelivered");
        Assert.Equal(403, clerk.Status);
    }

    private static async Task<bool> StandingAsync(DemoCity city, Guid id)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KernelDb>().Set<OutboxRow>().AnyAsync(r => r.Id == id);
    }

    private static async Task<int> AuditedAsync(DemoCity city, Guid id)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KernelDb>().Set<Madoguchi.Kernel.Auditing.AuditRow>().CountAsync(r => r.Action == "messaging.resend" && r.SubjectId == id.ToString());
    }
}
