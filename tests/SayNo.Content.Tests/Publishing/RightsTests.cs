using SayNo.Content.Publishing;

namespace SayNo.Content.Tests.Publishing;

public sealed class RightsTests
{
    [Theory]
    [InlineData(Role.Administrator, "*", "*", Right.Define, "EU", "", true)]
    [InlineData(Role.Administrator, "*", "*", Right.ManageAccounts, "EU", "", true)]
    [InlineData(Role.Administrator, "*", "*", Right.Publish, "DE", "de", false)]
    [InlineData(Role.CampaignLead, "EU", "*", Right.Publish, "EU", "de", true)]
    [InlineData(Role.CampaignLead, "EU", "*", Right.Edit, "DE", "de", false)]
    [InlineData(Role.NationalEditor, "DE", "*", Right.Edit, "DE", "", true)]
    [InlineData(Role.NationalEditor, "DE", "*", Right.Publish, "DE", "de", false)]
    [InlineData(Role.NationalEditor, "DE", "*", Right.Read, "EU", "en", true)]
    [InlineData(Role.NationalEditor, "DE", "*", Right.Read, "FR", "fr", false)]
    [InlineData(Role.NationalApprover, "DE", "*", Right.Publish, "DE", "de", true)]
    [InlineData(Role.NationalApprover, "DE", "*", Right.Publish, "AT", "de", false)]
    [InlineData(Role.Translator, "*", "de", Right.Edit, "EU", "de", true)]
    [InlineData(Role.Translator, "*", "de", Right.Edit, "EU", "fr", false)]
    [InlineData(Role.Translator, "*", "*", Right.Edit, "EU", "", false)]
    [InlineData(Role.Administrator, "DE", "*", Right.ManageAccounts, "EU", "", false)]
    [InlineData(Role.Administrator, "DE", "*", Right.Define, "DE", "", false)]
    [InlineData(Role.NationalApprover, "DE", "*", Right.Exchange, "DE", "", true)]
    [InlineData(Role.NationalApprover, "DE", "*", Right.Exchange, "EU", "", false)]
    [InlineData(Role.NationalEditor, "DE", "*", Right.Exchange, "DE", "", false)]
    [InlineData(Role.CampaignLead, "EU", "*", Right.Exchange, "EU", "en", true)]
    [InlineData(Role.Auditor, "*", "*", Right.ReadAudit, "EU", "", true)]
    [InlineData(Role.Auditor, "DE", "*", Right.ReadAudit, "EU", "", false)]
    [InlineData(Role.Auditor, "*", "*", Right.Read, "FR", "fr", true)]
    [InlineData(Role.Auditor, "*", "*", Right.Edit, "FR", "fr", false)]
    public void A_right_comes_from_a_role_within_its_scopes_and_locales(
        Role role, string scopes, string locales, Right right, string scope, string locale, bool expected)
    {
        var editor = new Editor("1", "Ada", [new Grant(role, [scopes], [locales])]);

        Assert.Equal(expected, Rights.May(editor, right, scope, locale));
    }

    [Fact]
    public void Without_a_grant_nothing_may_be_done_and_the_program_itself_may_do_everything()
    {
        Assert.False(Rights.May(new("1", "Ada", []), Right.Read, "EU", "en"));
        Assert.True(Rights.May(Editor.System, Right.Delete, "DE", "de"));
    }

    [Fact]
    public void An_editor_who_looks_like_the_program_is_not_the_program() =>
        Assert.False(Rights.May(new(Editor.System.Id, Editor.System.Name, []), Right.Read, "EU", "en"));
}
