using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Seed;
using Madoguchi.Kernel.Keys;
using Madoguchi.Kernel.Text;
using Madoguchi.Testing.Processes;

namespace Directory.Tests;

/// <summary>The list of evacuation sites as a city writes it down.</summary>
public sealed class EvacuationSiteTests
{
    private const string Good = "\"名称\":\"かもめ台小学校\",\"所在地_連結表記\":\"かもめ台1\",\"災害種別_地震\":\"1\"";

    [Fact]
    public async Task The_demo_city_has_places_for_every_disaster_of_its_coast()
    {
        var sites = await EvacuationSiteFile.ReadAsync(Repository.File("demo", "evacuation-sites.json"), CancellationToken.None);
        Assert.Empty(Enum.GetValues<Disaster>().Except([Disaster.Volcano]).Except(sites.SelectMany(s => s.SafeFrom)));
        var school = sites[0];
        Assert.Equal(("かもめ台小学校", 850, true, "000-000-2101"), (school.Name, school.Capacity, school.IsShelter, school.Telephone));
        Assert.Equal("Kamomedai Elementary School", school.NameIn(Language.En).ToString());
        Assert.Equal("{かもめ台小学校|かもめだいしょうがっこう}", school.NameIn(Language.JaEasy).Source);
        Assert.Equal([Disaster.StormSurge, Disaster.Tsunami], sites.Single(s => s.Name == "造船町津波避難ビル").SafeFrom);
        Assert.All(sites, s => Assert.True(s.Kana.Length > 0 && s.English.Length > 0, s.Name));
    }

    [Theory]
    [InlineData("850", 850)]
    [InlineData("\"850\"", 850)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task Columns_of_the_published_data_set_may_stay_as_they_are(string capacity, int? people)
    {
        var site = Assert.Single(await ReadAsync($$"""{"sites":[{{{Good}},"想定収容人数":{{capacity}},"緯度":"35.1","電話番号":"","標高":null,"指定避難所との重複":""}]}"""));
        Assert.Equal(people, site.Capacity);
        Assert.Equal([Disaster.Earthquake], site.SafeFrom);
        Assert.False(site.IsShelter);
    }

    [Theory]
    [InlineData("", "LineNumber")]
    [InlineData("{", "LineNumber")]
    [InlineData("[]", "$.sites")]
    [InlineData("{}", "$.sites")]
    [InlineData("{\"sites\":{}}", "$.sites")]
    [InlineData("{\"sites\":[1]}", "$.sites[0]")]
    [InlineData("{\"sites\":[{G},{}]}", "$.sites[1]: 災害種別")]
    [InlineData("{\"sites\":[{\"所在地_連結表記\":\"x\",\"災害種別_地震\":\"1\"}]}", "$.sites[0].名称")]
    [InlineData("{\"sites\":[{\"名称\":\" \",\"所在地_連結表記\":\"x\",\"災害種別_地震\":\"1\"}]}", "$.sites[0].名称")]
    [InlineData("{\"sites\":[{\"名称\":\"x\",\"災害種別_地震\":\"1\"}]}", "$.sites[0].所在地_連結表記")]
    [InlineData("{\"sites\":[{G,\"災害種別_津波\":\"○\"}]}", "$.sites[0].災害種別_津波")]
    [InlineData("{\"sites\":[{G,\"電話番号\":7}]}", "$.sites[0].電話番号")]
    [InlineData("{\"sites\":[{G,\"想定収容人数\":-1}]}", "$.sites[0].想定収容人数")]
    [InlineData("{\"sites\":[{G,\"想定収容人数\":\"約800\"}]}", "$.sites[0].想定収容人数")]
    [InlineData("{\"sites\":[{G,\"備考\":\"\\ud800\"}]}", "evacuation-sites.json")]
    public async Task A_faulty_list_is_told_with_its_file_and_place(string json, string place)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => ReadAsync(json.Replace("{G", "{" + Good, StringComparison.Ordinal)));
        Assert.Contains(place, refused.Message, StringComparison.Ordinal);
        Assert.Contains("evacuation-sites.json", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_utf8_is_told_too()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => ReadAsync([.. "{\"sites\":[{\"名称\":\""u8, 0x8A, 0xC2, .. "\"}]}"u8]));
        Assert.Contains("evacuation-sites.json", refused.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<EvacuationSite>> ReadAsync(string json) => ReadAsync(System.Text.Encoding.UTF8.GetBytes(json));

    private static async Task<IReadOnlyList<EvacuationSite>> ReadAsync(byte[] bytes)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("madoguchi-sites-").FullName;
        try
        {
            var file = Path.Combine(folder, "evacuation-sites.json");
            await File.WriteAllBytesAsync(file, bytes);
            return await EvacuationSiteFile.ReadAsync(file, CancellationToken.None);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
