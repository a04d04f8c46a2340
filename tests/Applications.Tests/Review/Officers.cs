using System.Text.Json.Nodes;
using Applications.Tests.Ways;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Applications.Tests.Review;

/// <summary>Officers at their browsers, and the matters they find.</summary>
internal static class Officers
{
    public const string ChildAllowance = "jido-teate-nintei";

    public static Task<Visitor> Officer(this DemoCity city, string account) => city.Visitor().SignInAsync(account, "/staff/sign-in");

    public static async Task<Visitor> Officer(this DemoCity city, string account, string path) => await (await city.Officer(account)).GoAsync(path);

    public static string PathOf(this Matter matter) => $"/staff/applications/{matter.Number}";

    public static async Task<Matter> UnderReview(this DemoCity city, string resident = "hanako", Action<JsonObject>? change = null)
    {
        var matter = await Matter.Submitted(city, ChildAllowance, resident, change);
        await matter.Does("clerk", "accept");
        return matter;
    }

    /// <summary>The claimant's name as typed, kana for the search.</summary>
    public static Action<JsonObject> Named(string family, string given, string familyKana, string givenKana) =>
        answers => answers["applicant"] = new JsonObject { ["family"] = family, ["given"] = given, ["familyKana"] = familyKana, ["givenKana"] = givenKana };
}
