using Madoguchi.Directory.Contracts;

namespace Madoguchi.Procedures.Paper;

/// <summary>掲示: one A4 sheet for the counter that leads to the procedure by its short address or QR code.</summary>
internal sealed class PosterPage(IProcedures procedures, IDirectory directory, IPaperPrinter printer, CityOptions options) : StaffPage
{
    public ProcedureEdition Edition { get; private set; } = null!;

    public Division? Division => directory.Division(Edition.Division);

    public City City => directory.City;

    /// <summary>Short enough to be typed from a wall.</summary>
    public string Address => $"{options.PublicUrl.TrimEnd('/')}/p/{Edition.Slug}";

    public string Code => printer.QrCode(Address);

    public void OnGet(string slug) => Edition = procedures.Find(slug) ?? throw new NotFoundException();
}
