using Madoguchi.Notices.Contracts;

namespace Madoguchi.Notices.Data;

/// <summary>Gapless numbers: drawn and used in one transaction, so that one that rolls back gives its number back.</summary>
internal sealed class DocumentNumbers(Database database)
{
    public async Task<int> DrawAsync(DocumentKind kind, string symbol, int fiscalYear, CancellationToken stop)
    {
        if (!database.InTransaction) throw new InvalidOperationException("A document number is drawn inside the transaction that uses it");

        var drawn = await database.ScalarAsync(
            "insert into notices_numbers (series, value) values (@series, 1) on conflict (series) do update set value = notices_numbers.value + 1 returning value", stop,
            ("@series", $"{fiscalYear}/{EnumText.Of(kind)}/{symbol}"));
        return checked((int)(long)drawn!);
    }
}
