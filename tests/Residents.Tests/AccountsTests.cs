using Madoguchi.Kernel.Numbers;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Residents.Contracts;
using Madoguchi.Testing;

namespace Residents.Tests;

public sealed class AccountsTests(DemoCity city) : IClassFixture<DemoCity>
{
    private IResidents Residents => city.Get<IResidents>();

    [Fact]
    public async Task Accounts_are_found_in_sets_and_unknown_ids_left_out()
    {
        var found = await Residents.Of(["hanako", "builder", "nobody", "hanako"]);
        Assert.Equal(["builder", "hanako"], found.Keys.Order());
        Assert.Null(await Residents.Of("nobody"));
    }

    [Fact]
    public async Task Letters_find_their_addressee()
    {
        var found = await city.Get<IAddressBook>().OfAsync(["hanako", "nobody"], TestContext.Current.CancellationToken);
        Assert.Equal(new MailAddress("hanako", "hanako@example.jp", "青葉 花子"), Assert.Single(found).Value);
    }

    [Fact]
    public async Task Names_survive_the_database_unchanged()
    {
        var found = await Residents.Of(["taro", "proxy"]);
        Assert.Equal("渡邉\U000E0102 太郎", found["taro"].FullName);
        Assert.Equal("髙橋 𠮷子", found["proxy"].FullName);
        Assert.Equal("タカハシ ヨシコ", found["proxy"].FullKana);
    }

    [Fact]
    public async Task A_company_has_a_corporate_number_and_no_birthday()
    {
        var builder = (await Residents.Of("builder"))!;
        Assert.Equal(AccountKind.Company, builder.Kind);
        Assert.True(CorporateNumber.IsValid(builder.CorporateNumber));
        Assert.Null(builder.BirthDate);
    }

    [Fact]
    public async Task Protection_and_address_are_kept()
    {
        Assert.True((await Residents.Of("kana"))!.Protected);
        Assert.False((await Residents.Of("hanako"))!.Protected);
        Assert.Equal("潮見県みなと台市汐風町二丁目4番12号 コーポ汐風203", (await Residents.Of("hanako"))!.Address.Line);
    }
}
