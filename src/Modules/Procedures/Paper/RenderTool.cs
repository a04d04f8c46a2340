using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Paper;

/// <summary>The verb <c>render</c>: a procedure as a paper form, empty or with answers.</summary>
[Anyone]
internal sealed class RenderTool(CityOptions options, Library library, FormContext context, IPaperPrinter printer, Texts texts, DateOnly today)
{
    public async Task<int> RunAsync(string procedure, IReadOnlyList<string> settings, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        if (Settings(settings) is not { } given || Language(given.GetValueOrDefault("--lang", "ja")) is not { } language) return 2;
        var file = File.Exists(procedure) ? procedure : Path.Combine(options.LibraryFolder, procedure + ".json");
        foreach (var missing in new[] { file, given.GetValueOrDefault("--answers") }.Where(f => f is not null && !File.Exists(f)))
        {
            await errors.WriteLineAsync($"{missing}: ファイルがありません (no such file)");
            return 2;
        }

        var read = library.ReadFile(file, file);
        var (edition, faults) = DefinitionReader.Read(file, read.Definition, 1, context);
        var all = read.Faults.Concat(faults.Found).ToList();
        foreach (var fault in all) await errors.WriteLineAsync($"{fault.File}: {fault.Path}: {fault.Reason}");
        if (edition is null || all.Count > 0) return 1;

        using var definition = JsonDocument.Parse(read.Definition!);
        var answers = given.TryGetValue("--answers", out var path) ? await AnswersAsync(path, edition.Form, language, errors, stop) : null;
        if (path is not null && answers is null) return 1;
        var source = new PaperSource(edition, definition.RootElement, answers, today, Contact(edition.Division));
        return await PrintAsync(source, language, given.GetValueOrDefault("--out", edition.Slug + ".pdf"), output, errors, stop);
    }

    private async Task<int> PrintAsync(PaperSource source, Language language, string file, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var html = PaperForm.Write(source, texts, language, printer.QrCode(source.Address(options.PublicUrl, null)));
        try
        {
            await File.WriteAllBytesAsync(file, await printer.PrintAsync(html, stop), stop);
        }
        catch (Exception e) when (e is PaperFault or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{file}: {e.Message}");
            return 1;
        }

        await output.WriteLineAsync(file);
        return 0;
    }

    /// <summary>The answers brought into form; a form half filled in is printed too, what is wrong is told.</summary>
    private async Task<JsonElement?> AnswersAsync(string file, Form form, Language language, TextWriter errors, CancellationToken stop)
    {
        try
        {
            using var given = JsonDocument.Parse(await File.ReadAllTextAsync(file, stop));
            if (given.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("not an object");
            var judged = form.Validate(given.RootElement, today, language);
            foreach (var error in judged.Errors) await errors.WriteLineAsync($"{file}: {error.Field}: {error.Code}");
            using var clean = JsonDocument.Parse(judged.Answers);
            return clean.RootElement.Clone();
        }
        catch (JsonException e)
        {
            await errors.WriteLineAsync($"{file}: 答えの JSON として読めません (no JSON object of answers): {e.Message}");
            return null;
        }
    }

    // Without a city's own directory the code stands for the division.
    private PaperContact Contact(string code)
    {
        var file = Path.Combine(options.DemoFolder, "divisions.json");
        if (!File.Exists(file)) return new PaperContact(code, null, null, null);
        using var city = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var division in city.RootElement.GetProperty("divisions").EnumerateArray())
            if (division.GetProperty("code").GetString() == code)
                return new PaperContact(division.GetProperty("name").GetString()!, Text(division, "telephone"), Text(division, "hours"), Text(division, "address"));
        return new PaperContact(code, null, null, null);
    }

    private static string? Text(JsonElement of, string key) => of.TryGetProperty(key, out var text) ? text.GetString() : null;

    private static Dictionary<string, string>? Settings(IReadOnlyList<string> settings)
    {
        var read = new Dictionary<string, string>();
        for (var i = 0; i < settings.Count; i += 2)
            if (settings[i] is not ("--answers" or "--lang" or "--out") || i + 1 == settings.Count || !read.TryAdd(settings[i], settings[i + 1])) return null;
        return read;
    }

    private static Language? Language(string code) => Languages.All.Where(l => l.Code() == code).Select(l => (Language?)l).FirstOrDefault();
}
