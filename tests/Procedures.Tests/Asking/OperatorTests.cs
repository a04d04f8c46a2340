using System.Text.Json;

namespace Procedures.Tests.Asking;

/// <summary>What docs/expressions.md says of absence, rounding, ranges and patterns.</summary>
public sealed class OperatorTests
{
    private const string Questions = """[{"id":"n","type":"number","label":"数","min":-1000,"decimals":3},{"id":"t","type":"text","label":"文"},{"id":"d","type":"date","label":"日"},{"id":"none","type":"number","label":"空"}]""";
    private const string Answers = """{"n":7,"t":"𠮷野家","d":"2026-04-01"}""";

    [Theory]
    [InlineData("""{"between":["$n",7,9]}""", true)]
    [InlineData("""{"between":["$n",8,9]}""", false)]
    [InlineData("""{"between":["$d","2026-04-01","@today"]}""", true)]
    [InlineData("""{"between":["$none",0,9]}""", false)]
    [InlineData("""{"between":["$n","$none",9]}""", false)]
    [InlineData("""{"matches":["$t","𠮷.*"]}""", true)]
    [InlineData("""{"matches":["$t","𠮷"]}""", false)]
    [InlineData("""{"ne":["$none",1]}""", true)]
    [InlineData("""{"not":{"lt":["$none",1]}}""", true)]
    public void Conditions(string expression, bool expected) => Assert.Equal(expected, Computed(expression));

    [Theory]
    [InlineData("""{"coalesce":["$none",5]}""", 5)]
    [InlineData("""{"coalesce":["$n",5]}""", 7)]
    [InlineData("""{"length":"$t"}""", 3)]
    [InlineData("""{"divide":["$n",2,"down"]}""", 3)]
    [InlineData("""{"divide":["$n",2,"up"]}""", 4)]
    [InlineData("""{"divide":["$n",2,"halfUp"]}""", 4)]
    [InlineData("""{"divide":[{"subtract":[0,"$n"]},2,"down"]}""", -3)]
    [InlineData("""{"divide":[{"subtract":[0,"$n"]},2,"halfUp"]}""", -4)]
    [InlineData("""{"divide":["$n",3,"down",2]}""", 2.33)]
    [InlineData("""{"round":[1250,"down",-2]}""", 1200)]
    [InlineData("""{"round":[1250,"halfUp",-2]}""", 1300)]
    [InlineData("""{"round":[1201,"up",-2]}""", 1300)]
    [InlineData("""{"round":[1.005,"halfUp",2]}""", 1.01)]
    public void Numbers(string expression, double expected) => Assert.Equal((decimal)expected, Computed(expression));

    [Theory]
    [InlineData("""{"divide":["$n",0,"down"]}""")]
    [InlineData("""{"divide":["$none",2,"down"]}""")]
    [InlineData("""{"coalesce":["$none","$none"]}""")]
    public void Absent(string expression) => Assert.Null(Computed(expression));

    [Theory]
    [InlineData("""{"divide":["$n",2]}""", "how to round")]
    [InlineData("""{"divide":["$n",2,"banker"]}""", "must be one of")]
    [InlineData("""{"round":["$n","up",9]}""", "from -6 to 6")]
    [InlineData("""{"matches":["$t","(a)\\1"]}""", "no usable pattern")]
    [InlineData("""{"matches":["$n","a"]}""", "must be Text")]
    [InlineData("""{"between":["$n","$d",9]}""", "compares")]
    [InlineData("""{"coalesce":["$n","$t"]}""", "compares")]
    [InlineData("""{"length":"$n"}""", "must be Text")]
    public void Refused_when_read(string expression, string reason)
    {
        var (edition, faults) = SmallForm.Read(Questions, $$"""[{"id":"v","label":"v","value":{{expression}}}]""");
        Assert.Null(edition);
        Assert.Contains(faults.Found, f => f.Reason.Contains(reason));
    }

    private static object? Computed(string expression) =>
        SmallForm.Judge(Questions, Answers, $$"""[{"id":"v","label":"v","value":{{expression}}}]""").Computed.GetValueOrDefault("v");
}
