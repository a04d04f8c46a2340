using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.People;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio;
using Madoguchi.Studio.Domain;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>What officers do again and again in the studio.</summary>
internal static class Officers
{
    public static async Task<Visitor> OfficerAsync(this DemoCity city, string account) => await city.Visitor().SignInAsync(account, "/staff/sign-in");

    /// <summary>A new survey from nothing; the officer stands on its overview.</summary>
    public static async Task<Visitor> WithSurveyAsync(this DemoCity city, string title, string kana, string account = "koho-clerk")
    {
        var officer = await city.OfficerAsync(account);
        await officer.GoAsync("/staff/studio/new?start=empty");
        await officer.Fill(("Nature", "survey"), ("Title", title), ("Kana", kana)).PressAsync("つくり始める");
        Assert.Equal(title, officer.Heading);
        return officer;
    }

    public static async Task<Visitor> AskAsync(this Visitor officer, string label, string type, string home)
    {
        await officer.GoAsync($"{home}/add/page1");
        await officer.Fill(("Label", label), ("Type", type)).PressAsync("足して、くわしく書く");
        Assert.Equal($"設問「{label}」", officer.Heading);
        return officer;
    }

    /// <summary>The question comes when another is answered so.</summary>
    public static async Task ConditionAsync(this Visitor officer, string home, string question, string on, string value)
    {
        await officer.GoAsync($"{home}/condition/question/{question}");
        await officer.Fill("c0.question", on).PressAsync("保存する");
        await officer.Fill("c0.value", value).PressAsync("保存する");
    }

    /// <summary>Id of the question on whose form the officer stands.</summary>
    public static string Question(this Visitor officer) => officer.Path.Split('?', '#')[0].Split('/')[^1];

    /// <summary>Path of a draft from any of its pages.</summary>
    public static string Home(this Visitor officer) => string.Join('/', officer.Path.Split('?', '#')[0].Split('/').Take(4));

    public static Guid Id(this Visitor officer) => Guid.Parse(officer.Home().Split('/')[3]);

    public static async Task<Draft> DraftAsync(this DemoCity city, Guid id)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StudioDb>().All.AsNoTracking().SingleAsync(d => d.Id == id);
    }

    /// <summary>Does something as this officer, beside any screen.</summary>
    public static Task<T> AsAsync<T>(this DemoCity city, string account, Func<IServiceProvider, Task<T>> act) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
    {
        services.GetRequiredService<Actor>().Become((await services.GetServices<IActorSource>().Single(s => s.Kind == ActorKind.Staff).FindAsync(account, default))!);
        return await act(services);
    });

    /// <summary>Publishes the next edition of a procedure, as if it had been decided elsewhere.</summary>
    public static Task PublishAsync(this DemoCity city, string slug, string by, Action<JsonObject> change) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
    {
        var number = city.Get<IProcedures>().Card(slug)!.Number;
        var definition = JsonNode.Parse(city.Get<IDefinitions>().Text(slug, number)!)!.AsObject();
        change(definition);
        Assert.Equal(number + 1, (await services.GetRequiredService<IPublication>().PublishAsync(definition.ToJsonString(), number, by)).Value);
    });

    public static async Task<int> AuditedAsync(this DemoCity city, string action, Guid draft)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return Convert.ToInt32(await scope.ServiceProvider.GetRequiredService<Database>().ScalarAsync(
            "select count(*) from kernel_audit where action = @action and subject_id = @subject", default, ("@action", action), ("@subject", draft.ToString())));
    }
}
