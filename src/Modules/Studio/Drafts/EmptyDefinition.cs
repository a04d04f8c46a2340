namespace Madoguchi.Studio.Drafts;

/// <summary>The smallest definition of a nature that can be read and seen; what is to be written stands there in plain words.</summary>
internal sealed class EmptyDefinition(IDirectory directory)
{
    public static readonly string[] Natures = ["survey", "booking", "filing", "report", "contract", "application"];

    private const string Text = """
        {
          "slug": "", "title": {"ja": "あたらしい手続"}, "kana": "", "summary": {"ja": "この手続でできることを書いてください。"}, "nature": "",
          "words": {"applicant": {"ja": "申請者", "en": "Applicant", "ja-easy": "{申請|しんせい}する{人|ひと}"}, "submit": {"ja": "申請する", "en": "Submit the application", "ja-easy": "{送|おく}る"}},
          "division": "", "audience": ["person"], "lifeEvents": [], "keywords": [],
          "legalBasis": [], "procedureLaw": "none", "disposingAuthority": "", "affair": "selfGovernment",
          "appeal": {"kind": "none", "reason": "行政処分に当たらない"},
          "reviewCriteria": [],
          "period": {"days": 0, "unit": "business", "kind": "target", "text": {"ja": "その場で終わります。", "en": "At once.", "ja-easy": "すぐに{終|お}わります。"}},
          "correctionDays": 14, "phases": [],
          "fee": {"kind": "free", "text": {"ja": "無料です。", "en": "Free of charge.", "ja-easy": "お{金|かね}はかかりません。"}},
          "assurance": "none", "purposeOfUse": {"ja": "この手続を行うために利用します。", "en": "Used to carry out this procedure.", "ja-easy": "この{手続|てつづ}きのために{使|つか}います。"},
          "personalData": {"sensitive": false, "myNumber": false}, "requiredDocuments": [], "route": [], "notices": {}, "dispositions": {}, "receiveBy": [],
          "retention": {"years": 1}, "owner": "", "lastChecked": "2026-01-01",
          "form": {"pages": [{"id": "page1", "title": {"ja": "はじめのページ", "en": "First page", "ja-easy": "はじめのページ"}, "questions": []}]},
          "example": {}
        }
        """;

    private const string Booking = """
        {
          "question": "session",
          "sessions": [{"id": "s1", "label": {"ja": "講座"}, "place": {"ja": "市役所"}, "every": {"week": 2, "day": "thursday"}, "starts": "10:00", "ends": "11:30", "capacity": 20, "waitingList": 5}],
          "opensDays": 60, "opensAt": "09:00", "closesDays": 3, "closesAt": "17:00", "cancelDays": 1, "cancelAt": "17:00", "oncePer": "account", "offerHours": 24
        }
        """;

    /// <summary>Null for a nature that cannot be begun from nothing.</summary>
    public string? Of(string nature)
    {
        if (!Natures.Contains(nature)) return null;
        var root = JsonNode.Parse(Text)!.AsObject();
        root["nature"] = nature;
        root["disposingAuthority"] = $"{directory.City.Name}長";
        if (nature == "application") Decide(root);
        else root["completion"] = JsonNode.Parse("""{"label": {"ja": "完了", "en": "Completed", "ja-easy": "{終|お}わりました"}, "result": [], "example": {}}""");
        if (nature == "booking") Book(root);
        if (nature == "survey") root["words"] = JsonNode.Parse("""{"applicant": {"ja": "回答者", "en": "Respondent", "ja-easy": "{答|こた}える{人|ひと}"}, "submit": {"ja": "回答する", "en": "Send my answers", "ja-easy": "{送|おく}る"}}""");
        return root.ToJsonString();
    }

    private static void Book(JsonObject root)
    {
        root["booking"] = JsonNode.Parse(Booking);
        root["words"] = JsonNode.Parse("""{"applicant": {"ja": "申込者", "en": "Applicant", "ja-easy": "{申し込|もうしこ}む{人|ひと}"}, "submit": {"ja": "申し込む", "en": "Book", "ja-easy": "{申し込|もうしこ}む"}}""");
        root["form"]!["pages"]![0]!["questions"]!.AsArray().Add(JsonNode.Parse("""{"id": "session", "type": "choice", "label": {"ja": "参加する回", "en": "Session", "ja-easy": "{参加|さんか}する{回|かい}"}, "options": "sessions"}"""));
        root["example"]!["session"] = "@session";
    }

    private void Decide(JsonObject root)
    {
        var city = directory.City;
        root["procedureLaw"] = "ordinance";
        root["assurance"] = "email";
        root["period"] = JsonNode.Parse("""{"days": 14, "unit": "business", "kind": "standard"}""");
        root["appeal"] = new JsonObject { ["kind"] = "A", ["reviewingAuthority"] = city.ReviewingAuthorities.City, ["defendant"] = city.Defendant, ["representative"] = city.Representative };
        root["reviewCriteria"] = JsonNode.Parse("""[{"id": "c1", "text": "審査の基準を書いてください"}]""");
        root["route"] = JsonNode.Parse("""[{"step": 1, "kind": "endorse", "post": "own:chief"}, {"step": 2, "kind": "decide", "post": "own:manager"}]""");
        root["receiveBy"] = new JsonArray("electronic", "paper");
        root["notices"] = JsonNode.Parse("""
            {
              "grant": {"title": "決定通知書", "documentNumber": {"kind": "order", "symbol": "み"}, "body": ["{{application.arrivedOn | date}}付けで申請のあったことについて、次のとおり決定しましたので通知します。", {"include": "conditions"}]},
              "deny": {"title": "却下決定通知書", "documentNumber": {"kind": "order", "symbol": "み"}, "body": ["{{application.arrivedOn | date}}付けで申請のあったことについて、次の理由により却下しましたので通知します。", {"include": "reasons"}]}
            }
            """);
        root["dispositions"] = JsonNode.Parse("""
            {
              "grant": {"label": {"ja": "許可", "en": "Granted", "ja-easy": "できます"}, "result": [], "notice": "grant", "reasonsRequired": false, "example": {}},
              "deny": {"label": {"ja": "却下", "en": "Denied", "ja-easy": "できません"}, "result": [], "notice": "deny", "reasonsRequired": true, "example": {}, "exampleReasons": ["基準に当てはまらないため"]}
            }
            """);
    }
}
