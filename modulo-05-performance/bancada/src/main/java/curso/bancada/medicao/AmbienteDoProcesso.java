package curso.bancada.medicao;

import curso.bancada.servicos.Servicos;
import java.util.function.Consumer;

/// O [Ambiente] de uma execução: os serviços deste processo e para onde vai o progresso.
public final class AmbienteDoProcesso implements Ambiente {

    private final Servicos servicos;
    private final boolean curto;
    private final Consumer<String> progresso;

    public AmbienteDoProcesso(Servicos servicos, boolean curto, Consumer<String> progresso) {
        this.servicos = servicos;
        this.curto = curto;
        this.progresso = progresso;
    }

    @Override
    public Servicos servicos() {
        return servicos;
    }

    @Override
    public boolean curto() {
        return curto;
    }

    @Override
    public void progresso(String frase) {
        progresso.accept(frase);
    }
}
