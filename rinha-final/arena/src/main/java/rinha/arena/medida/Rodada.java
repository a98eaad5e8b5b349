package rinha.arena.medida;

import rinha.avaliador.consistencia.Fechamento;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.Resultado;

/// Uma carga e as contas conferidas depois dela.
public record Rodada(Resultado carga, Fechamento contas) {

    /// Respostas que contradizem o contrato, mais contas que não fecham.
    public long inconsistencias() {
        return carga.erros(TipoDeErro.CORPO_ERRADO) + contas.contas().stream().filter(c -> !c.confere()).count();
    }

    /// Pedidos sem resposta ou com um status que não vale.
    public long erros() {
        return carga.totalDeErros() + carga.errosNoAquecimento() - carga.erros(TipoDeErro.CORPO_ERRADO);
    }

    public boolean satisfaz() {
        return inconsistencias() == 0 && erros() == 0 && carga.respondidos() > 0;
    }
}
