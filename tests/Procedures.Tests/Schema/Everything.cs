using System.Text.Json.Nodes;

namespace Procedures.Tests.Schema;

/// <summary>A definition that has every kind of question and every part that may be left out.</summary>
internal static class Everything
{
    private const string Options = """[{"code":"a","label":"ア","help":"説明","of":["a"]},{"code":"b","label":"イ"}]""";

    private const string Questions = $$$"""
        [
          {"id":"text","type":"text","label":"文","short":"短","help":"助け","example":"例","required":true,"visibleWhen":true,"prefill":"person.name","autocomplete":"name",
           "checks":[{"when":{"eq":["$text","x"]},"message":"だめ"}],"warnings":[{"when":{"in":["$text",["x"]]},"message":"注意"}],
           "maxLength":10,"minLength":1,"pattern":{"regex":"[a-z]+","message":"英字"},"input":"katakana"},
          {"id":"longText","type":"longText","label":"長い文","maxLength":10,"minLength":1,"rows":3},
          {"id":"choice","type":"choice","label":"選択","options":[{"code":"a","label":"ア"}],"display":"radio","other":true},
          {"id":"following","type":"choice","label":"続く選択","options":{{{Options}}},"optionsOf":"$choice"},
          {"id":"choices","type":"choices","label":"いくつか","options":[{"code":"a","label":"ア"}],"min":1,"max":1},
          {"id":"yesNo","type":"yesNo","label":"はいか","yes":"はい","no":"いいえ"},
          {"id":"number","type":"number","label":"数","min":0,"max":9,"decimals":2,"unit":"個"},
          {"id":"yen","type":"yen","label":"金額","min":0,"max":9},
          {"id":"date","type":"date","label":"日","min":"@-1y","max":"@today","birth":true},
          {"id":"time","type":"time","label":"時刻","min":"09:00","max":"17:00"},
          {"id":"period","type":"period","label":"期間","min":"@today","max":"@+1y","maxDays":30},
          {"id":"mapPoint","type":"mapPoint","label":"場所"},
          {"id":"name","type":"name","label":"氏名","aliases":true},
          {"id":"address","type":"address","label":"住所","inCity":true},
          {"id":"bank","type":"bank","label":"口座"},
          {"id":"telephone","type":"telephone","label":"電話"},
          {"id":"email","type":"email","label":"メール"},
          {"id":"file","type":"file","document":"paper","accept":["pdf"],"max":1},
          {"id":"photo","type":"photo","label":"写真","document":"paper","max":1},
          {"id":"declaration","type":"declaration","label":"約束します"},
          {"id":"info","type":"info","label":"案内"},
          {"id":"table","type":"table","label":"表","rows":["一","二"],"columns":[{"id":"n","type":"number","label":"数"}],"computed":[{"id":"twice","label":"倍","value":{"multiply":["$n",2]}}]},
          {"id":"group","type":"group","label":"組","itemLabel":"人","min":0,"max":3,"questions":[{"id":"birth","type":"date","label":"生年月日"}],
           "computed":[{"id":"place","label":"順","value":{"position":[{"in":"group","where":true}],"by":"$birth"},"format":"number","show":true}]}
        ]
        """;

    private const string Computed = """
        [{"id":"share","label":"割合","value":{"divide":[1,3,"halfUp",2]}},{"id":"rest","label":"残り","value":{"round":[1.5,"down"]}},
         {"id":"sum","label":"計","value":{"sum":"table","of":"$n","where":{"gt":["$n",1]}}}]
        """;

    public static string Definition { get; } = Make();

    private static string Make()
    {
        var made = JsonNode.Parse(SmallForm.Definition(Questions, Computed, """{"price":300,"place":"窓口"}"""))!.AsObject();
        Set(made, "limits", """{"oncePer":"account","capacity":10}""");
        Set(made, "fee", """{"kind":"fixed","charge":"handlingFee","amount":{"multiply":["$values.price",2]},"text":"600円です。"}""");
        Set(made, "period", """{"days":3,"unit":"business","kind":"target","excludes":"補正の日","text":"3日","extensionNotice":"letter"}""");
        Set(made, "opens", "\"2026-04-01T09:00\"");
        Set(made, "closes", "\"2026-05-01T09:00\"");
        Set(made, "alternativeAssurance", "\"email\"");
        Set(made, "phases", """[{"id":"check","label":"確認","public":true}]""");
        Set(made, "requiredDocuments", """[{"id":"paper","title":"書類","who":"全員","text":"見本","when":true,"laterUntilDays":14}]""");
        Set(made, "route", """[{"step":1,"kind":"decide","post":"own:chief"}]""");
        Set(made, "reviewCriteria", """[{"id":"one","text":"要件"}]""");
        Set(made, "legalBasis", """[{"law":"法律","articles":"1条","note":"注"}]""");
        Set(made, "afterwards", """{"arrived":{"text":"受け取りました","steps":[{"text":"待つ","url":"https://example.jp/"}]}}""");
        Set(made, "firstNotices", """[{"title":"案内","text":"まず","url":"https://example.jp/"}]""");
        Set(made, "retention", """{"years":5,"from":"完了した年度の翌年度"}""");
        Set(made, "mails", """{"arrived":{"subject":"届きました","body":"本文"}}""");
        Set(made, "exportLayout", """["text","share"]""");
        Set(made, "notices", """{"letter":{"title":"通知","documentNumber":{"kind":"notice","symbol":"み"},"appeal":{"kind":"none","reason":"処分でない"},"body":["本文"]}}""");
        const string Result = """
            [{"id":"kind","label":"区分","type":"choice","options":[{"code":"a","label":"ア","help":"説明"}],"required":true,"value":"a"},
             {"id":"rows","label":"表","type":"table","rows":"table","where":true,"columns":[{"id":"n","label":"数","type":"number","value":"$n"}]}]
            """;
        Set(made, "dispositions", $$$"""{"grant":{"label":"決定","result":{{{Result}}},"notice":"letter","alsoNotices":["letter"],"reasonsRequired":false,"conditions":false,"example":{},"exampleReasons":["理由"],"exampleConditions":["条件"]}}""");
        Set(made, "completion", $$"""{"label":"完了","result":{{Result}},"notice":"letter","example":{},"exampleReasons":["理由"],"exampleConditions":["条件"]}""");
        foreach (var key in (string[])["onlineBasis", "personalDataFile", "pia", "documentType", "formNumber"]) made[key] = "ある";
        made["recordedOn"] = "2026-04-01";
        made["unverified"] = new JsonArray("要確認");
        made["minutes"] = 5;
        ((JsonArray)made["form"]!["pages"]!)[0]!["exits"] = JsonNode.Parse("""[{"id":"out","when":{"eq":["$yesNo",true]},"question":"yesNo","title":"ここまで","text":"文","where":"窓口","telephone":"000","hours":"昼","url":"https://example.jp/"}]""");
        ((JsonArray)made["form"]!["pages"]!)[0]!["visibleWhen"] = true;
        ((JsonArray)made["form"]!["pages"]!)[0]!["text"] = "頁の文";
        return made.ToJsonString();
    }

    private static void Set(JsonObject made, string key, string json) => made[key] = JsonNode.Parse(json);
}
