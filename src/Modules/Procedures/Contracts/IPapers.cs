namespace Madoguchi.Procedures.Contracts;

/// <summary>Procedures as forms on paper.</summary>
public interface IPapers
{
    /// <summary>The form with these answers as a PDF; it is not kept. <c>savedForm</c> stands in its QR code.</summary>
    /// <exception cref="BusyException">Too many are waiting, or the printer cannot print now.</exception>
    Task<byte[]> PrintAsync(ProcedureEdition edition, JsonElement answers, Guid savedForm, DateOnly today, Language language, CancellationToken stop);
}
