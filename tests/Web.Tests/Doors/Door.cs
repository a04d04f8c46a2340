using System.Text.RegularExpressions;
using Web.Tests.Api;

namespace Web.Tests.Doors;

/// <summary>Signing in as a browser does: the form's token, then the button of an account.</summary>
internal static partial class Door
{
    public static async Task<Reply> SignInAsync(HttpClient client, string door, string account, params (string Name, string Value)[] headers)
    {
        var page = await client.SendAsync(HttpMethod.Get, door);
        var token = Token().Match(page.Text).Groups[1].Value;
        return await client.SendAsync(HttpMethod.Post, door, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("account", account)]), headers);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
