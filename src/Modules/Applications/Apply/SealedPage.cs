using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Madoguchi.Applications.Apply;

/// <summary>What was typed on a page, and when.</summary>
/// <param name="Of">The saved form's id, or the number of the matter.</param>
/// <param name="Page">The page of the form; empty on a matter's.</param>
internal sealed record TypedPage(string Of, string Page, DateTime At, Dictionary<string, string[]> Fields);

/// <summary>Seals what was typed for the way through the sign-in page: nobody can read or change it there, and it is worth nothing after an hour.</summary>
internal sealed class SealedPage(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    // Sealed and written as text it grows by a third, and still comes back in a request of 1 MiB.
    private const int Most = 512 * 1024;

    private readonly IDataProtector protector = protection.CreateProtector("applications.typed-page");

    /// <summary>Null when it is too much.</summary>
    public string? Seal(string of, string page, IEnumerable<KeyValuePair<string, StringValues>> posted)
    {
        var fields = posted.Where(f => f.Key != "__RequestVerificationToken").ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        var typed = JsonSerializer.SerializeToUtf8Bytes(new TypedPage(of, page, clock.Now(), fields), JsonText.Options);
        return typed.Length > Most ? null : WebEncoders.Base64UrlEncode(protector.Protect(typed));
    }

    /// <summary>Null when it is not ours, was changed, or is too old.</summary>
    public TypedPage? Open(string carried)
    {
        try
        {
            var typed = JsonSerializer.Deserialize<TypedPage>(protector.Unprotect(WebEncoders.Base64UrlDecode(carried)), JsonText.Options)!;
            return clock.Now() - typed.At <= Life ? typed : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
