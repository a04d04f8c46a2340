using Madoguchi.Kernel.Rules;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Kernel.Http;

/// <summary>The row version the caller has seen: <c>If-Match: "7"</c> of the API, the hidden field <c>version</c> of a page.</summary>
public sealed class ExpectedVersion
{
    /// <summary>Null when the caller named none.</summary>
    public long? Value { get; private set; }

    /// <summary>Takes what a page form carried.</summary>
    public void Expect(long? version) => Value = version;

    /// <summary>Ends the act when somebody else changed the row since.</summary>
    /// <exception cref="RefusedException">412.</exception>
    public void Check(long actual)
    {
        if (Value is { } expected && expected != actual) throw new RefusedException(new Refusal("changed-by-someone-else", RefusalKind.VersionMismatch));
    }

    /// <exception cref="RefusedException">If-Match is not one quoted number: 400.</exception>
    internal void Read(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*") return;
        Value = long.TryParse(header.Trim('"'), out var version) ? version : throw new RefusedException(Refusal.Malformed);
    }
}
