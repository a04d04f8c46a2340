using System.Text.RegularExpressions;
using Web.Tests.Api;

namespace Web.Tests.Doors;

/// <summary>Signing in as a browser does: the form's token, then the button of an account.</summary>
internal static partial class Door
{
    public static async Task<Reply> SignInAsync(HttpClient client, string door, string account, params (string Name, string Value)[] headers) =>
        await client.SendAsync(HttpMethod.Post, door, await FormAsync(client, door, [("account", account)]), headers);

    /// <summary>Sends the form of a page with these fields and its token.</summary>
    public static async Task<Reply> SendAsync(HttpClient client, string page, HttpMethod method, params (string Name, string Value)[] fields) =>
        await client.SendAsync(method, page, await FormAsync(client, page, fields));

    private static async Task<FormUrlEncodedContent> FormAsync(HttpClient client, string page, (string Name, string Value)[] fields)
    {
        var token = Token().Match((await client.SendAsync(HttpMethod.Get, page)).Text).Groups[1].Value;
        return new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
