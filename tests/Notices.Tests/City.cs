using System.Security.Cryptography.X509Certificates;
using Madoguchi.Notices.Printing;
using Madoguchi.Notices.Signing;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(Notices.Tests.City))]

namespace Notices.Tests;

/// <summary>One printer and one authority for all tests of the assembly: both are slow to make.</summary>
public sealed class City : IAsyncLifetime
{
    internal static readonly DateTime Now = new(2026, 11, 22, 7, 0, 0, DateTimeKind.Utc);

    internal ChromiumPrinter Printer { get; } = new(new PrinterOptions { Demo = true }, TimeProvider.System, NullLogger<ChromiumPrinter>.Instance);

    internal SigningIdentity Mayor { get; private set; } = null!;

    internal IReadOnlyList<X509Certificate2> Authorities => [Mayor.Authority];

    public ValueTask InitializeAsync()
    {
        Mayor = Identity();
        return ValueTask.CompletedTask;
    }

    internal static SigningIdentity Identity(string title = "みなと台市長")
    {
        var authority = OwnAuthority.Create("みなと台市", Now.AddDays(-1));
        return new SigningIdentity(OwnAuthority.CreateSigner(authority, "みなと台市", title, Now.AddDays(-1)), authority);
    }

    internal byte[] Sign(byte[] pdf) => PdfSigner.Sign(pdf, Mayor, "8み子支指令第12号", Now);

    public ValueTask DisposeAsync() => Printer.DisposeAsync();
}
