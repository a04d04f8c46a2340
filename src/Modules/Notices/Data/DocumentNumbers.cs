using Madoguchi.Notices.Contracts;

namespace Madoguchi.Notices.Data;

/// <summary>Gapless numbers: drawn and used in one transaction, so that one that rolls back gives its number back.</summary>
internal sealed class DocumentNumbers(Database database)
{
    public async Task<int> DrawAsync(DocumentKind kind, string symbol, int fiscalYear, CancellationToken stop)
    {
        if (!database.InTransaction) throw new InvalidOperationException("A document number is drawn inside the transaction that uses it");

        await using var command = await database.CommandAsync(
            "insert into notices_numbers (series, value) values (@series, 1) on conflict (series) do update set value = notices_numbers.value + 1 returning value", stop);
        var series = command.CreateParameter();
        series.ParameterName = "@series";
        series.Value = $"{fiscalYear}/{EnumText.Of(kind)}/{symbol}";
        command.Parameters.Add(series);
        return checked((int)(long)(await command.ExecuteScalarAsync(stop))!);
    }
}
