namespace OmniReel.Console.Create.Files;

/// <summary>Sends a file of the form and lets the form know.</summary>
internal static class Sending
{
    /// <summary>Ends when the file is there or was refused; both are written on the attachment. Tells of the share no oftener than by the hundredth.</summary>
    public static async Task SendAsync(Desk desk, FileDesk files, ChosenFile file, Attachment attachment)
    {
        var (url, refusal) = await files.SendAsync(file, share =>
        {
            if (attachment.Upload is { } upload)
                upload.Share = share;
            desk.Redraw();
        });
        if (url is not null)
            (attachment.Url, attachment.IsOwn, attachment.Upload) = (url, true, null);
        else
            attachment.Upload = new Upload { Refusal = refusal };
        desk.Judge();
    }
}
