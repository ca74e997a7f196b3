"""Views: a dossier → what each printed document says, as ready words. No models and no formats beyond this door."""
