using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Studio.Preview;

/// <summary>A draft on paper: the empty form, and its letters filled with the samples.</summary>
internal static class PreviewFiles
{
    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/staff/studio/{id:guid}/paper.pdf", PaperAsync).StaffOnly().ExcludeFromDescription();
        root.MapGet("/staff/studio/{id:guid}/letters/{number:int}.pdf", LetterAsync).StaffOnly().ExcludeFromDescription();
    }

    private static async Task<IResult> PaperAsync(Guid id, string? lang, DraftDesk desk, DraftReads reads, IDefinitions definitions, IPaperPrinter printer, CancellationToken stop)
    {
        var read = reads.Of(await desk.LookAsync(id, stop)) ?? throw new NotFoundException();
        return await PrintAsync(printer, definitions.Paper(read.Edition, read.Root, Languages.All.FirstOrDefault(l => l.Code() == lang)), stop);
    }

    private static async Task<IResult> LetterAsync(Guid id, int number, DraftDesk desk, DraftReads reads, ILetterTrial letters, IPaperPrinter printer, TimeProvider clock, CancellationToken stop)
    {
        var read = reads.Of(await desk.LookAsync(id, stop)) ?? throw new NotFoundException();
        var trial = read.Edition.Trials(clock.Today()).ElementAtOrDefault(number) ?? throw new NotFoundException();
        if (letters.Try(trial).Count > 0) throw new NotFoundException();
        return await PrintAsync(printer, letters.Write(trial), stop);
    }

    private static async Task<IResult> PrintAsync(IPaperPrinter printer, string html, CancellationToken stop)
    {
        try
        {
            return Results.Bytes(await printer.PrintAsync(html, stop), "application/pdf");
        }
        catch (PaperFault)
        {
            throw new BusyException();
        }
    }
}
