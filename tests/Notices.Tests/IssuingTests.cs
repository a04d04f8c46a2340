using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Directory.Contracts;
using Madoguchi.Files.Contracts;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Numbers;
using Madoguchi.Notices.Contracts;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Notices.Tests;

/// <summary>From the deciding transaction to the file in the addressee's hands, in the real program.</summary>
[Collection("printing")]
public sealed class IssuingTests(DemoCity city) : IClassFixture<DemoCity>
{
    private static readonly string Intake = IntakeNumber.Create(2026, 123).ToString();

    [Fact]
    public async Task A_prepared_notice_is_numbered_printed_signed_and_published()
    {
        var notice = await IssuedAsync(await PrepareAsync(Request()));

        Assert.Matches(@"^\d+み子支指令第\d+号$", notice.GetProperty("documentNumber").GetString()!);
        Assert.Equal("electronic", notice.GetProperty("channel").GetString());

        using var resident = city.Caller("hanako");
        var pdf = await resident.GetByteArrayAsync($"/api/v1/notices/{Uri.EscapeDataString(notice.GetProperty("documentNumber").GetString()!)}/pdf");
        Assert.Equal(notice.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(pdf)));

        using var folder = new TemporaryFolder();
        var file = folder.File("n.pdf", pdf);
        Assert.Contains("Signature is Valid.", await Tool.Run("pdfsig", file));
        Assert.Contains("青葉 花子", await Tool.Run("pdftotext", file, "-"));

        var opened = (await NoticesAsync("hanako")).Single(n => n.GetProperty("id").GetGuid() == notice.GetProperty("id").GetGuid());
        Assert.NotNull(opened.GetProperty("openedAt").GetString());
    }

    [Fact]
    public async Task Only_the_addressee_and_the_division_may_have_it()
    {
        var id = await PrepareAsync(Request());
        await IssuedAsync(id);

        Assert.Equal(404, (await city.Get("taro", $"/api/v1/notices/{id}/pdf")).Status);
        Assert.Equal(404, (await city.Get("road-clerk", $"/api/v1/notices/{id}/pdf")).Status);
        Assert.Equal(401, (await city.Get(null, $"/api/v1/notices/{id}/pdf")).Status);
        Assert.Empty(await NoticesAsync("taro"));
        Assert.Empty(await NoticesAsync("road-clerk"));
        Assert.NotEmpty(await NoticesAsync("clerk"));
    }

    [Fact]
    public async Task Verify_says_the_same_by_code_and_by_file()
    {
        var notice = await IssuedAsync(await PrepareAsync(Request()));
        var (status, byCode) = await city.Get(null, $"/api/v1/verify/{notice.GetProperty("verificationCode").GetString()!.ToLowerInvariant()}");
        Assert.Equal(200, status);
        Assert.Equal("valid", byCode.GetProperty("state").GetString());
        Assert.Equal("みなと台市長", byCode.GetProperty("issuer").GetString());
        Assert.Equal(404, (await city.Get(null, "/api/v1/verify/0000000000000000")).Status);

        using var resident = city.Caller("hanako");
        var pdf = await resident.GetByteArrayAsync($"/api/v1/notices/{notice.GetProperty("id").GetString()}/pdf");
        var whole = await HandInAsync(pdf);
        Assert.True(whole.GetProperty("known").GetBoolean());
        Assert.True(whole.GetProperty("intact").GetBoolean());
        Assert.Equal("みなと台市長", whole.GetProperty("signature").GetProperty("signer").GetString());

        pdf[pdf.Length / 3] ^= 1;
        var altered = await HandInAsync(pdf);
        Assert.False(altered.GetProperty("known").GetBoolean());
        Assert.False(altered.GetProperty("intact").GetBoolean());

        Assert.False((await HandInAsync("hello"u8.ToArray())).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_the_earlier_notice()
    {
        var first = await PrepareAsync(Request());
        var earlier = await IssuedAsync(first);
        await IssuedAsync(await PrepareAsync(Request() with { Supersedes = first, SupersededBecomes = NoticeValidity.Revoked }));
        Assert.Equal("revoked", (await city.Get(null, $"/api/v1/verify/{earlier.GetProperty("verificationCode").GetString()}")).Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Numbers_have_no_gaps_when_many_are_decided_at_once()
    {
        var symbol = "み試" + Guid.NewGuid().ToString("N")[..6];
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PrepareAsync(Request() with { Symbol = symbol })));
        var numbers = new List<string>();
        foreach (var id in ids) numbers.Add((await IssuedAsync(id)).GetProperty("documentNumber").GetString()!);
        Assert.Equal([1, 2, 3, 4, 5], numbers.Select(n => int.Parse(n.Split('第')[1].TrimEnd('号'))).Order());
    }

    [Fact]
    public async Task A_request_with_a_hole_is_refused_while_the_officer_is_there()
    {
        var refusal = await city.Get<IServiceScopeFactory>().RunAsync(async services =>
            (await services.GetRequiredService<INotices>().PrepareAsync(Request() with { Result = "{}" })).Refusal);
        Assert.Equal("notice-incomplete", refusal!.Code);
    }

    [Fact]
    public async Task A_pdf_of_a_core_system_is_signed_and_dispatched_as_it_is()
    {
        var printed = SmallPdf.Make(streams: true);
        var fileId = await StoredAsync(printed);
        var notice = await IssuedAsync(await PrepareAsync(Request() with { FileId = fileId, Template = null }));

        using var resident = city.Caller("hanako");
        var pdf = await resident.GetByteArrayAsync($"/api/v1/notices/{notice.GetProperty("id").GetString()}/pdf");
        Assert.True(pdf.AsSpan().StartsWith(printed));
        Assert.True((await HandInAsync(pdf)).GetProperty("intact").GetBoolean());
    }

    [Theory]
    [InlineData("%PDF-1.4\n%%EOF\n")]
    [InlineData(null)]
    public async Task A_pdf_that_cannot_be_signed_is_refused_before_anybody_decides(string? text)
    {
        text ??= Encoding.Latin1.GetString(SmallPdf.Make(streams: false)).Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 4 0 R", StringComparison.Ordinal);
        var fileId = await StoredAsync(Encoding.Latin1.GetBytes(text));
        var refusal = await city.Get<IServiceScopeFactory>().RunAsync(async services =>
            (await services.GetRequiredService<INotices>().PrepareAsync(Request() with { FileId = fileId, Template = null })).Refusal);
        Assert.Equal("notice-file", refusal?.Code);
    }

    [Fact]
    public async Task A_paper_notice_waits_in_the_queue_until_it_is_posted()
    {
        var notice = await IssuedAsync(await PrepareAsync(Request() with { Channel = NoticeChannel.Paper }));
        Assert.Equal("paper", notice.GetProperty("channel").GetString());
        Assert.Null(notice.GetProperty("deliveredOn").GetString());
    }

    private NoticeRequest Request()
    {
        var example = city.Get<IProcedures>().Find("jido-teate-nintei")!.Trials(new DateOnly(2026, 11, 9)).First(t => t.Notice.Name == "nintei");
        return new NoticeRequest
        {
            IntakeNumber = Intake, Procedure = "jido-teate-nintei", Division = "kosodate", Kind = DocumentKind.Order, Symbol = "み子支", Title = "児童手当認定通知書",
            Authority = "みなと台市長", Addressee = new Addressee("hanako", "青葉 花子", "000-0001", "みなと台市港町一丁目2番3号"), Channel = NoticeChannel.Electronic,
            ArrivedOn = new DateOnly(2026, 11, 9), Concludes = true, TemplateName = "jido-teate-nintei/nintei", Template = example.Letter, Answers = example.Answers.ToJsonString(),
            Result = example.Result.ToJsonString(), Appeal = new NoticeAppeal("B", "潮見県知事", "みなと台市", "みなと台市長"),
        };
    }

    private Task<string> StoredAsync(byte[] pdf) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
        (await services.GetRequiredService<IFiles>().StoreAsync(new MemoryStream(pdf), "certificate.pdf", "application/pdf", "clerk")).Value.Id);

    private Task<Guid> PrepareAsync(NoticeRequest request) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
        (await services.GetRequiredService<INotices>().PrepareAsync(request)).Value);

    private async Task<JsonElement> IssuedAsync(Guid id)
    {
        for (var i = 0; i < 300; i++)
        {
            var found = (await NoticesAsync("clerk")).FirstOrDefault(n => n.GetProperty("id").GetGuid() == id);
            if (found.ValueKind is JsonValueKind.Object && found.GetProperty("state").GetString() == "issued") return found;
            await Task.Delay(100);
        }

        throw new TimeoutException("Not issued");
    }

    private async Task<List<JsonElement>> NoticesAsync(string account) =>
        [.. (await city.Get(account, $"/api/v1/notices?application={Intake}")).Body.GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> HandInAsync(byte[] file)
    {
        using var anyone = city.Caller();
        using var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(content, "file", "notice.pdf");
        var answer = await anyone.PostAsync("/api/v1/verify", form);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
