using System.Text.Json;
using Madoguchi.Applications.Answering;

namespace Applications.Tests.Answering;

/// <summary>Which answers are of an opened question.</summary>
public sealed class AnswerKeysTests
{
    [Theory]
    [InlineData("relation", true)]
    [InlineData("relationOther", true)]
    [InlineData("relationLater", true)]
    [InlineData("relation[0].name", true)]
    [InlineData("relation.family", true)]
    [InlineData("relationship", false)]
    [InlineData("other", false)]
    public void The_words_of_another_choice_belong_to_the_question(string key, bool belongs) => Assert.Equal(belongs, AnswerKeys.Belongs(key, "relation"));

    [Fact]
    public void An_opened_choice_may_be_answered_with_words_of_ones_own()
    {
        var given = JsonSerializer.SerializeToElement(new { relation = "other", relationOther = "祖母の妹" });
        Assert.Empty(AnswerKeys.NotOpened("""{"relation":"child"}""", given, ["relation"]));
        Assert.Equal(["relation", "relationOther"], AnswerKeys.NotOpened("""{"relation":"child"}""", given, ["telephone"]));
    }
}
