using Madoguchi.Testing;

namespace Procedures.Tests.ProcedurePage;

/// <summary>The page one reads before beginning.</summary>
public sealed class ProcedurePageTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Theory]
    [InlineData("/procedures/jido-teate-nintei", "本人確認マイナンバーカード、または本人確認書類")]
    [InlineData("/en/procedures/jido-teate-nintei", "Proof of identityMy Number Card or Identity document")]
    [InlineData("/procedures/juminhyo-utsushi", "本人確認マイナンバーカードの電子署名 結果の受け取り方")]
    public async Task Every_accepted_proof_of_identity_is_named(string path, string said)
    {
        using var anybody = city.Visitor();
        await anybody.GoAsync(path);
        Assert.Contains(said, anybody.Words, StringComparison.Ordinal);
    }
}
